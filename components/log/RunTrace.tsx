import { VisibleText } from '../text/VisibleText';
import { StepTexts } from './StepTexts';
import { costWords, PART_WORDS, sinceWords, stepWords } from './trace-words';
import type { TraceView } from './types';

/** How one run came about and what became of it: every fact in its place, from the log alone. */
export function RunTrace({ view }: { view: TraceView }) {
  const { trace } = view;
  const { record } = trace;
  return (
    <section className="trace" aria-label="Trace">
      <dl className="trace-facts">
        <dt>Began</dt>
        <dd>{new Date(trace.startedAt).toLocaleString()}</dd>
        {record && (
          <>
            <dt>Record</dt>
            <dd>
              <VisibleText text={`${record.type} ${record.id} on ${record.host}`} />
            </dd>
          </>
        )}
        <dt>Model</dt>
        <dd>
          <VisibleText text={`${trace.model || 'none'}: ${costWords(trace)}`} />
        </dd>
        <dt>Sources</dt>
        <dd>
          <VisibleText text={trace.sources.join('; ') || 'none'} />
        </dd>
        <dt>Outcome</dt>
        <dd>
          <VisibleText text={trace.outcome ?? 'still open'} />
        </dd>
      </dl>
      <ol className="steps">
        {trace.steps.map((step) => (
          <li key={step.seq} className={`step step-${step.part}`}>
            <span className="step-time" title={new Date(step.at).toLocaleString()}>
              {sinceWords(step.sinceMs)}
            </span>
            <span className="step-part">{PART_WORDS[step.part]}</span>
            <div className="step-body">
              <p>
                <VisibleText text={stepWords(step)} />
              </p>
              <StepTexts step={step} text={view.text} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
