import { useState } from 'react';
import type { TraceStep } from '../../core/trace';
import { VisibleText } from '../text/VisibleText';
import type { TraceView } from './types';

interface StepTextsProps {
  step: TraceStep;
  text: TraceView['text'];
}

/** The data and texts of a step, read when they are opened. */
export function StepTexts({ step, text }: StepTextsProps) {
  const [texts, setTexts] = useState<{ name: string; text: string | null }[] | null>(null);
  const names = Object.keys(step.contents).sort();
  const read = (): void => {
    if (texts !== null) return;
    const all = names.map(async (name) => ({ name, text: await text(step.contents[name] ?? '') }));
    Promise.all(all).then(setTexts, reportError);
  };
  return (
    <details className="step-more" onToggle={read}>
      <summary>
        Entry {step.seq}
        {names.length > 0 && `, ${names.length} ${names.length === 1 ? 'text' : 'texts'}`}
      </summary>
      {texts?.map(({ name, text: found }) => (
        <div key={name}>
          <p className="step-name">
            <VisibleText text={name} />
          </p>
          {found === null ? (
            <p className="quiet">Erased, or not in this file.</p>
          ) : (
            <pre className="step-text">
              <VisibleText text={found} />
            </pre>
          )}
        </div>
      ))}
      <p className="step-name">data</p>
      <pre className="step-text">
        <VisibleText text={JSON.stringify(step.data, null, 2)} />
      </pre>
    </details>
  );
}
