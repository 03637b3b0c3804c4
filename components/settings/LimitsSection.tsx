import type { FormProblems, FormText } from './form-text';
import { TextField } from './TextField';

interface LimitsSectionProps {
  text: FormText;
  problems: FormProblems;
  onText: (change: Partial<FormText>) => void;
}

/** How much a task may cost, and how long a reply waits. */
export function LimitsSection({ text, problems, onText }: LimitsSectionProps) {
  return (
    <section className="settings-section">
      <h2>Limits</h2>
      <div className="pair">
        <TextField
          label="Spending limit per task (USD)"
          type="number"
          min={0}
          step="any"
          value={text.spendingLimit}
          help="A task stops before it would cost more. 0: nothing may be spent."
          problem={problems.spendingLimit}
          onText={(spendingLimit) => onText({ spendingLimit })}
        />
        <TextField
          label="Hold before sending (seconds)"
          type="number"
          min={5}
          max={120}
          step={1}
          value={text.holdSeconds}
          help="From 5 to 120. A reply can be cancelled until then."
          problem={problems.holdSeconds}
          onText={(holdSeconds) => onText({ holdSeconds })}
        />
      </div>
    </section>
  );
}
