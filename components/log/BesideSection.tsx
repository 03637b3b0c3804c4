import { useState } from 'react';
import { saveFile } from '../save-file';
import { VisibleText } from '../text/VisibleText';
import { Button } from '../ui/Button';
import { TaskWords } from './TaskWords';
import type { LeftWords, LogActions } from './types';
import { useTask } from './use-task';

/** A log that cannot be used: a new one beside it, by the person's own choice. Nothing is shown while all is well. */
export function BesideSection({ actions }: { actions: LogActions }) {
  if (!actions.mayBeginBeside && actions.left.length === 0) return null;
  return (
    <section className="settings-section" aria-label="Other logs">
      <h2>{actions.mayBeginBeside ? 'This log cannot be used' : 'Logs that were left'}</h2>
      {actions.mayBeginBeside && <Begin actions={actions} />}
      {actions.left.map((left) => (
        <Left key={left.name} left={left} actions={actions} />
      ))}
    </section>
  );
}

function Begin({ actions }: { actions: LogActions }) {
  const [asked, setAsked] = useState(false);
  const task = useTask();
  return (
    <>
      <p>
        Nothing can be recorded in it, so nothing can be done. You can begin a new log beside it. The one that
        is here is kept as it is, and the new one’s first entry says that you left it. Settings, keys, drafts
        and knowledge lie with the log: they begin anew, too.
      </p>
      <div className="row">
        <Button resting={asked || task.busy} onPress={() => setAsked(true)}>
          Begin a new log beside it
        </Button>
        <TaskWords task={task} label="New log status" />
      </div>
      {asked && (
        <fieldset className="confirm" aria-label="Begin a new log?">
          <p>
            From then on this browser works with the new log. There is no way back to writing the old one.
          </p>
          <div className="row">
            <Button
              kind="main"
              resting={task.busy || task.words !== ''}
              onPress={() =>
                task.run(
                  () => actions.beginBeside(),
                  (words) => words,
                )
              }
            >
              Begin
            </Button>
            <Button onPress={() => setAsked(false)}>Leave all as it is</Button>
          </div>
        </fieldset>
      )}
    </>
  );
}

function Left({ left, actions }: { left: LeftWords; actions: LogActions }) {
  const [asked, setAsked] = useState(false);
  const task = useTask();
  const save = (): void =>
    task.run(
      () => actions.exportLeft(left.name),
      (file) => {
        saveFile(file);
        return `Saved as ${file.name}.`;
      },
    );
  const remove = (): void =>
    task.run(
      () => actions.removeLeft(left.name),
      (words) => words,
    );
  return (
    <fieldset className="confirm" aria-label={`Log ${left.name}`}>
      <p>
        <VisibleText text={`“${left.name}”. ${left.words}.`} /> It is not written any more, and not searched
        when a person is erased: export it, then delete it once you need it no longer.
      </p>
      <div className="row">
        <Button resting={task.busy} onPress={save}>
          Export it
        </Button>
        <Button resting={task.busy} onPress={asked ? remove : () => setAsked(true)}>
          {asked ? 'Delete it for good: press again' : 'Delete it'}
        </Button>
        <TaskWords task={task} label={`Log ${left.name} status`} />
      </div>
    </fieldset>
  );
}
