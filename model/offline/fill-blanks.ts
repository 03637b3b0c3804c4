import type { Blanks } from '../../core/library';
import type { Ask } from './phrases';

export interface Filled {
  text: string;
  /** What the ticket does not say; to be asked. */
  asks: Ask[];
  /** Blanks nobody can fill here, as they were written. Their sentences were left out. */
  unknown: string[];
  /** Values that came from the ticket, in words. */
  used: string[];
}

type Meaning = 'name' | 'email' | 'order' | 'invoice' | 'amount' | 'date' | 'unknown';

// The ways in which helpdesks write a blank: {{x}}, %{x}, {%x%}, ${x}, #{x}, {!x}, <%= x %>, [[x]].
const BLANK =
  /\{\{\{?([^{}\n]{0,120})\}\}\}?|%\{([^{}\n]{0,120})\}|\{%([^%\n]{0,120})%\}|[$#]\{([^{}\n]{0,120})\}|\{!([^{}\n]{0,120})\}|<%=?([^%\n]{0,120})%>|\[\[([^[\]\n]{0,120})\]\]/g;

const BLANK_FORMS = 7;

const MEANINGS: [RegExp, Meaning][] = [
  // `user` is the customer in some helpdesks and the agent in others, so nobody's name goes in.
  [/agent|assignee|user|staff|signature|company|brand/i, 'unknown'],
  [/e-?mail/i, 'email'],
  [/invoice|facture|rechnung|factura/i, 'invoice'],
  [/order|commande|bestell|pedido/i, 'order'],
  [/amount|total|price|betrag|montant|importe/i, 'amount'],
  [/date|datum|fecha/i, 'date'],
  [/name|vorname|prénom|nombre/i, 'name'],
];

/**
 * Fills what the ticket says. A sentence with a blank that stays open is left out and its blank is asked for, so that
 * nothing that looks like a placeholder, and no half sentence, ever reaches a customer.
 */
export function fillBlanks(text: string, blanks: Blanks): Filled {
  const out: Filled = { text: '', asks: [], unknown: [], used: [] };
  const lines = text.split('\n').flatMap((line) => {
    if (line.trim() === '') return [line];
    const kept = sentencesOf(line).map((s) => fillSentence(s, blanks, out));
    const joined = kept.filter((s) => s !== null).join('');
    return joined.trim() === '' ? [] : [joined.replace(/[ \t]+$/u, '')];
  });
  out.text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return out;
}

/** Splits with the spaces kept. A list item is one sentence: half an item makes no sense. */
function sentencesOf(line: string): string[] {
  if (/^(?:- |\d{1,3}\. )/.test(line)) return [line];
  return line.split(/(?<=[.!?…]["”»)*]*\s+)(?=[\p{Lu}\p{N}¿¡"“«*[({<%$])/u);
}

function fillSentence(sentence: string, blanks: Blanks, out: Filled): string | null {
  let open = false;
  const withoutName = blanks.name === null ? dropNameBlank(sentence) : sentence;
  const filled = withoutName.replace(BLANK, (blank: string, ...groups: unknown[]) => {
    const inner = groups.slice(0, BLANK_FORMS).find((g): g is string => typeof g === 'string') ?? '';
    const meaning = meaningOf(inner);
    const value = textFor(meaning, blanks);
    if (value !== null) {
      if (!out.used.includes(value)) out.used.push(value);
      return value;
    }
    open = true;
    if ((meaning === 'order' || meaning === 'invoice') && !out.asks.includes(meaning)) out.asks.push(meaning);
    if (meaning === 'unknown' && !out.unknown.includes(blank)) out.unknown.push(blank);
    return '';
  });
  return open ? null : filled;
}

/** "Hi {{name}}," without a name is "Hi,". */
function dropNameBlank(sentence: string): string {
  return sentence.replace(
    /[ \t]*(\{\{\{?[^{}\n]{0,120}\}\}\}?|\{%[^%\n]{0,120}%\}|%\{[^{}\n]{0,120}\})/g,
    (all, blank) => (meaningOf(String(blank)) === 'name' ? '' : all),
  );
}

function meaningOf(inner: string): Meaning {
  return MEANINGS.find(([says]) => says.test(inner))?.[1] ?? 'unknown';
}

function textFor(meaning: Meaning, blanks: Blanks): string | null {
  switch (meaning) {
    case 'name':
    case 'email':
      return blanks[meaning];
    case 'order':
    case 'invoice':
      return blanks[meaning].length > 0 ? blanks[meaning].join(', ') : null;
    // Which of several sums or dates is meant cannot be known without understanding the letter.
    case 'amount':
    case 'date':
      return blanks[meaning].length === 1 ? (blanks[meaning][0] ?? null) : null;
    default:
      return null;
  }
}
