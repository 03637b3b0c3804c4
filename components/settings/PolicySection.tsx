import type { PolicyRuleView } from './types';

/** The rules in words. They can be read here, not changed. */
export function PolicySection({ rules }: { rules: readonly PolicyRuleView[] }) {
  return (
    <section className="settings-section" aria-labelledby="policy-title">
      <h2 id="policy-title">Policy</h2>
      <p className="quiet">These rules hold for every action. Where two apply, the stricter one counts.</p>
      <ul className="rules">
        {rules.map((rule) => (
          <li key={rule.id}>{rule.words}</li>
        ))}
      </ul>
    </section>
  );
}
