import type { RunView } from '../../agent/view';
import { VisibleText } from '../text/VisibleText';

/** Progress and outcome in words. Always in the document, so that a screen reader hears it change. */
export function RunStatus({ run }: { run: RunView }) {
  return (
    <div className={`run-status run-${run.status}`} role="status" aria-label="Run status">
      <VisibleText text={run.words} />
    </div>
  );
}
