import { useEffect, useState } from 'react';
import { VisibleText } from '../text/VisibleText';
import { Button } from '../ui/Button';
import { RetentionPart } from './RetentionPart';
import { TaskWords } from './TaskWords';
import type { LogActions, LogReport } from './types';
import { useTask } from './use-task';

/** Is the log whole, and how long are texts kept? */
export function CareSection({ actions }: { actions: LogActions }) {
  const [report, setReport] = useState<LogReport | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [room, setRoom] = useState('');
  const told = useTask();
  useEffect(() => void actions.room().then(setRoom, reportError), [actions]);
  const check = (): void => {
    setShare(0);
    actions
      .checkChain(setShare)
      .then(setReport, reportError)
      .finally(() => setShare(null));
  };
  return (
    <section className="settings-section" aria-label="Care">
      <h2>Is the log whole?</h2>
      {actions.findings.map((words) => (
        <p key={words} className="problem">
          <VisibleText text={words} />
        </p>
      ))}
      {actions.findings.length > 0 && (
        <div className="row">
          <Button
            resting={told.busy}
            onPress={() =>
              told.run(
                () => actions.acknowledge(),
                (words) => words,
              )
            }
          >
            I have seen this
          </Button>
          <TaskWords task={told} label="Acknowledge status" />
        </div>
      )}
      <div className="row">
        <Button resting={share !== null} onPress={check}>
          Check every entry
        </Button>
        <span role="status" aria-label="Check status">
          {share !== null && `${Math.round(share * 100)} % checked`}
        </span>
      </div>
      {report?.words.map((words) => (
        <p key={words} className={report.whole ? 'answer-ok' : 'problem'}>
          <VisibleText text={words} />
        </p>
      ))}
      <p className="quiet">{room}</p>
      <RetentionPart actions={actions} />
    </section>
  );
}
