import type { Advice, Language } from '../core/library';
import { findField, type Observation } from '../core/observation';
import { detectLanguage } from './language';

/** One readable rule: if the customer's words match, propose this step for this reason. */
interface Rule {
  says: RegExp;
  step: Advice['step'];
  why: string;
}

const word = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');

/** Adding a rule is adding one object here. A rule only ever proposes; a person signs. */
const RULES: Rule[] = [
  {
    says: word(
      'refund(?:s|ed)?|money back|rembours\\p{L}*|(?:rück)?erstatt\\p{L}*|geld zurück|reembols\\p{L}*',
    ),
    step: { tool: 'add_tag', value: 'refund' },
    why: 'The customer writes about a refund.',
  },
  {
    says: word(
      'charged (?:me )?twice|double[- ]charge\\p{L}*|twice the amount|billed twice|débité(?:e)? deux fois|deux fois débité|doppelt abgebucht|zweimal abgebucht|cobrado dos veces',
    ),
    step: { tool: 'add_tag', value: 'billing' },
    why: 'The customer says that they were charged twice.',
  },
  {
    says: word(
      'charge\\s?back|dispute|my bank|lawyer|legal action|unacceptable|furious|outrageous|inacceptable|avocat|anwalt|unverschämt|inaceptable|abogado',
    ),
    step: { tool: 'set_priority', value: 'High' },
    why: 'The customer is upset or disputes a charge.',
  },
  {
    says: word(
      'cancel(?:l?ed|l?ing|lation)?|annuler|annulation|résilier|kündig\\p{L}*|stornier\\p{L}*|cancelar',
    ),
    step: { tool: 'add_tag', value: 'cancellation' },
    why: 'The customer writes about a cancellation.',
  },
];

const LANGUAGE_TAGS: Partial<Record<Language, string>> = { fr: 'french', de: 'german', es: 'spanish' };

/** What the rules propose for this ticket, each once, from the subject and the customer's newest message alone. */
export function adviceFor(seen: Observation): Advice[] {
  const newest =
    seen.messages.filter((m) => m.role === 'customer' || m.role === 'unknown').at(-1)?.text ?? '';
  const said = `${seen.subject}\n${newest}`.slice(0, 20_000);
  const advice = RULES.filter((rule) => rule.says.test(said)).map(({ step, why }) => ({ step, why }));
  const tag = LANGUAGE_TAGS[detectLanguage(newest) ?? 'en'];
  const known = findField(seen, 'tags')?.options?.some((o) => o.toLowerCase() === tag);
  // A tag per language is a team's own habit: proposed only where the page shows that the team has it.
  if (tag && known)
    advice.push({ step: { tool: 'add_tag', value: tag }, why: `The customer writes in ${tag}.` });
  return advice;
}
