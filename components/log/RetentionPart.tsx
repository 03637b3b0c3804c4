import { useState } from 'react';
import { saveFile } from '../save-file';
import { Button } from '../ui/Button';
import { Choice } from './Choice';
import { TaskWords } from './TaskWords';
import type { LogActions, OldTextsWords } from './types';
import { useTask } from './use-task';

const AGES = { '30': '30 days', '90': '90 days', '365': 'One year' } as const;
const KINDS = { seen: 'What was read and drafted', all: 'All texts' } as const;
const READ_AND_DRAFTED = ['context.seen', 'draft.made', 'run.started'];
const DAY_MS = 86_400_000;

/** Texts that are old go, by age and kind, after they were exported. */
export function RetentionPart({ actions }: { actions: LogActions }) {
  const [age, setAge] = useState<keyof typeof AGES>('90');
  const [kinds, setKinds] = useState<keyof typeof KINDS>('seen');
  const [found, setFound] = useState<{ old: OldTextsWords; exported: boolean } | null>(null);
  const task = useTask();
  const find = (): void => {
    const before = new Date(Date.now() - Number(age) * DAY_MS).toISOString();
    const wanted = kinds === 'all' ? null : READ_AND_DRAFTED;
    actions.findOld(before, wanted).then((old) => setFound({ old, exported: false }), reportError);
  };
  const save = ({ old }: { old: OldTextsWords }): void =>
    task.run(
      () => actions.exportOld(old),
      (file) => {
        saveFile(file);
        setFound({ old, exported: true });
        return `Saved as ${file.name}. Look whether it is there, then remove the texts.`;
      },
    );
  const remove = ({ old }: { old: OldTextsWords }): void =>
    task.run(
      () => actions.removeOld(old),
      (words) => {
        setFound(null);
        return words;
      },
    );
  return (
    <>
      <h2>Old texts</h2>
      <Choice label="Older than" value={age} onChange={setAge} options={AGES} />
      <Choice label="Which texts" value={kinds} onChange={setKinds} options={KINDS} />
      <div className="row">
        <Button resting={task.busy} onPress={find}>
          Find old texts
        </Button>
        <TaskWords task={task} label="Old texts status" />
      </div>
      {found && (
        <fieldset className="confirm" aria-label="Old texts found">
          <p>{foundWords(found.old)}</p>
          <div className="row">
            <Button
              kind={found.exported ? 'plain' : 'main'}
              resting={task.busy || found.old.texts === 0}
              onPress={() => save(found)}
            >
              Export them first
            </Button>
            <Button
              kind={found.exported ? 'main' : 'plain'}
              resting={task.busy || !found.exported}
              onPress={() => remove(found)}
            >
              Remove from the log
            </Button>
          </div>
        </fieldset>
      )}
    </>
  );
}

function foundWords({ texts, undoLost }: OldTextsWords): string {
  if (texts === 0) return 'There are none.';
  const undo = undoLost > 0 ? ` ${undoLost} actions cannot be taken back afterwards.` : '';
  return `${texts} texts would go. The entries themselves stay, and the log still verifies.${undo}`;
}
