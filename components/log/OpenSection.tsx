import { useCallback, useRef, useState } from 'react';
import { Button } from '../ui/Button';
import { RunsSection } from './RunsSection';
import { TaskWords } from './TaskWords';
import type { LogActions, OpenedLog } from './types';
import { useTask } from './use-task';

/** Somebody else's export: verified, then read. It never becomes part of our own log. */
export function OpenSection({ actions }: { actions: LogActions }) {
  const picker = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<OpenedLog | null>(null);
  const task = useTask();
  const load = useCallback(async (limit: number) => opened?.runs.slice(0, limit) ?? [], [opened]);
  const trace = useCallback(async (runId: string) => opened?.trace(runId) ?? null, [opened]);
  const open = (file: File | undefined): void => {
    if (!file) return;
    setOpened(null);
    task.run(
      () => actions.openFile(file),
      (log) => {
        setOpened(log);
        return log.words;
      },
    );
  };
  return (
    <>
      <section className="settings-section" aria-label="Open an exported log">
        <h2>Look at an exported log</h2>
        <p className="quiet">
          The file is verified here, on this machine, and shown only when it is whole. Nothing of it is kept.
        </p>
        <div className="row">
          <Button resting={task.busy} onPress={() => picker.current?.click()}>
            Open a log file
          </Button>
          <input
            ref={picker}
            type="file"
            hidden
            accept=".jsonl"
            onChange={(event) => {
              open(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <TaskWords task={task} label="Open status" />
        </div>
      </section>
      {opened && (
        <RunsSection key={opened.words} title={`Runs in ${visible(opened.name)}`} load={load} trace={trace} />
      )}
    </>
  );
}

/** A file's name is somebody else's text: in an attribute it cannot be drawn letter by letter. */
function visible(name: string): string {
  return name.replace(/[^\p{L}\p{N}._ -]/gu, '?').slice(0, 80);
}
