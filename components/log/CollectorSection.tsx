import { useEffect, useState } from 'react';
import { TextField } from '../settings/TextField';
import { Button } from '../ui/Button';
import { TaskWords } from './TaskWords';
import type { LogActions } from './types';
import { useTask } from './use-task';

/** Where traces of finished runs are sent, for teams with a collector of their own. */
export function CollectorSection({ actions }: { actions: LogActions }) {
  const [url, setUrl] = useState('');
  const task = useTask();
  useEffect(() => void actions.collector().then(setUrl, reportError), [actions]);
  const save = (): void =>
    task.run(
      () => actions.saveCollector(url.trim()),
      (words) => words,
    );
  return (
    <section className="settings-section" aria-label="Collector">
      <h2>Send traces to a collector</h2>
      <TextField
        label="Collector URL"
        inputMode="url"
        value={url}
        onText={setUrl}
        help="An OpenTelemetry collector that takes OTLP over HTTP, such as http://localhost:4318. When a run has ended, its steps, times and costs are sent there, and no text of a ticket. Leave it empty to send nothing."
      />
      <div className="row">
        <Button resting={task.busy} onPress={save}>
          Save
        </Button>
        <TaskWords task={task} label="Collector status" />
      </div>
    </section>
  );
}
