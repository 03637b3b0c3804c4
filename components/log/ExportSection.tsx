import { useEffect, useState } from 'react';
import { saveFile } from '../save-file';
import { Button } from '../ui/Button';
import { Choice } from './Choice';
import { partOf, runWords } from './export-words';
import { TaskWords } from './TaskWords';
import type { ExportChoice, LogActions, RunLine } from './types';
import { useTask } from './use-task';

/** Any part of the log, with or without texts, in three forms. */
export function ExportSection({ actions }: { actions: LogActions }) {
  const [part, setPart] = useState<'all' | 'run' | 'record' | 'time'>('all');
  const [contents, setContents] = useState<ExportChoice['contents']>('all');
  const [form, setForm] = useState<ExportChoice['form']>('jsonl');
  const [runs, setRuns] = useState<RunLine[]>([]);
  const [runId, setRunId] = useState('');
  const [days, setDays] = useState({ from: '', to: '' });
  const task = useTask();
  useEffect(() => void actions.runs(200).then(setRuns, reportError), [actions]);
  const chosen = partOf(part, runs.find((run) => run.runId === runId) ?? runs[0], days);
  const save = (): void => {
    if (chosen)
      task.run(
        () => actions.exportPart({ part: chosen, contents, form }),
        (saved) => {
          saveFile(saved);
          return `Saved as ${saved.name}.`;
        },
      );
  };
  return (
    <section className="settings-section" aria-label="Export">
      <h2>Export</h2>
      <Choice
        label="Which part"
        value={part}
        onChange={setPart}
        options={{ all: 'The whole log', run: 'One run', record: 'One record', time: 'A stretch of time' }}
      />
      {(part === 'run' || part === 'record') && (
        <label className="setting">
          <span className="setting-label">{part === 'run' ? 'Run' : 'The record of this run'}</span>
          <select className="field" value={runId} onChange={(event) => setRunId(event.target.value)}>
            {runs.map((run) => (
              <option key={run.runId} value={run.runId}>
                {runWords(run)}
              </option>
            ))}
          </select>
        </label>
      )}
      {part === 'time' && (
        <div className="pair">
          <DayField label="From" value={days.from} onDay={(from) => setDays({ ...days, from })} />
          <DayField label="To, that day included" value={days.to} onDay={(to) => setDays({ ...days, to })} />
        </div>
      )}
      <Choice
        label="Texts of customers"
        value={contents}
        onChange={setContents}
        options={{ all: 'All', redacted: 'Redacted', none: 'None' }}
      />
      {contents === 'redacted' && (
        <p className="quiet">
          Texts with e-mail addresses, phone or card numbers or secrets in them are left out of the file that
          can be verified, and masked in the others. Names are not recognised.
        </p>
      )}
      <Choice
        label="As"
        value={form}
        onChange={setForm}
        options={{
          jsonl: 'JSON Lines, which can be verified',
          csv: 'CSV table',
          html: 'Page to read and print',
        }}
      />
      <div className="row">
        <Button kind="main" resting={task.busy || chosen === null} onPress={save}>
          Export
        </Button>
        <TaskWords task={task} label="Export status" />
      </div>
    </section>
  );
}

function DayField({ label, value, onDay }: { label: string; value: string; onDay: (day: string) => void }) {
  return (
    <label className="setting">
      <span className="setting-label">{label}</span>
      <input className="field" type="date" value={value} onChange={(event) => onDay(event.target.value)} />
    </label>
  );
}
