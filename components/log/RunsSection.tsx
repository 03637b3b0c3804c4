import { useEffect, useState } from 'react';
import { VisibleText } from '../text/VisibleText';
import { Button } from '../ui/Button';
import { RunTrace } from './RunTrace';
import type { RunLine, TraceView } from './types';

const PAGE = 50;

interface RunsSectionProps {
  title: string;
  /** Newest first, at most `limit`. */
  load: (limit: number) => Promise<RunLine[]>;
  trace: (runId: string) => Promise<TraceView | null>;
}

/** The runs of a log, and the trace of the one that was chosen. */
export function RunsSection({ title, load, trace }: RunsSectionProps) {
  const [limit, setLimit] = useState(PAGE);
  const [runs, setRuns] = useState<RunLine[] | null>(null);
  const [view, setView] = useState<TraceView | null>(null);
  useEffect(() => void load(limit).then(setRuns, reportError), [load, limit]);
  return (
    <section className="settings-section" aria-label={title}>
      <h2>{title}</h2>
      {runs?.length === 0 && <p className="empty">No run is in this log yet.</p>}
      <ul className="runs" aria-label={`${title}: list`}>
        {runs?.map((run) => (
          <li key={run.runId}>
            <button
              type="button"
              className="run-line"
              aria-pressed={view?.trace.runId === run.runId}
              onClick={() => void trace(run.runId).then(setView, reportError)}
            >
              <time dateTime={run.at}>{new Date(run.at).toLocaleString()}</time>
              <VisibleText text={`${run.taskType.replaceAll('_', ' ')} · ${run.recordWords}`} />
            </button>
          </li>
        ))}
      </ul>
      {runs !== null && runs.length === limit && (
        <Button kind="quiet" onPress={() => setLimit(limit + PAGE)}>
          Show more
        </Button>
      )}
      {view && <RunTrace view={view} />}
    </section>
  );
}
