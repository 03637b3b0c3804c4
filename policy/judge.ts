import { type ActionFacts, type Rule, VERDICTS, type VerdictName } from './action';
import { RULES } from './rules';

export interface Judgement {
  verdict: VerdictName;
  /** Names of the rules that gave this verdict, for the log. */
  rules: string[];
  words: string;
}

/** The strictest verdict of all rules that apply. Pure and synchronous; no rule means refused. */
export function judge(action: ActionFacts, rules: readonly Rule[] = RULES): Judgement {
  const applying = rules.filter((rule) => rule.applies(action));
  if (applying.length === 0) {
    return action.class === 'R0'
      ? { verdict: 'allow', rules: [], words: '' }
      : { verdict: 'refuse', rules: [], words: 'No rule allows this.' };
  }
  const strictest = Math.max(...applying.map((rule) => VERDICTS.indexOf(rule.verdict)));
  const deciding = applying.filter((rule) => VERDICTS.indexOf(rule.verdict) === strictest);
  return {
    verdict: VERDICTS[strictest] ?? 'refuse',
    rules: deciding.map((rule) => rule.name),
    words: deciding.map((rule) => rule.words).join(' '),
  };
}
