import type { Found } from '../../core/library';
import { paragraphsOf } from './letter';

export interface Joined {
  text: string;
  /** Knowledge was added to the person's own words. */
  added: boolean;
  remark: string | null;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
const figuresOf = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

/**
 * The person's own words stay as they are and come first. Knowledge joins them only where it adds something and
 * states no figure that theirs do not: two different promises in one letter are worse than a short letter.
 */
export function joinOwnDraft(own: string, known: string, found: Found | null, shorter: boolean): Joined {
  const text = tidy(own);
  if (!found || known === '' || shorter) return { text, added: false, remark: null };
  const said = new Set(wordsOf(own));
  const fresh = paragraphsOf(known).filter((p) => {
    const words = wordsOf(p);
    return words.length > 5 && words.filter((w) => said.has(w)).length / words.length < 0.5;
  });
  const figures = figuresOf(own);
  const agreed = fresh.filter((p) => figures.length === 0 || figuresOf(p).every((f) => figures.includes(f)));
  const longest = agreed.sort((a, b) => b.length - a.length)[0];
  if (longest !== undefined) return { text: `${text}\n\n${longest}`, added: true, remark: null };
  const differs = fresh.length > 0;
  const remark = differs
    ? `“${found.item.title}” was not added: its figures differ from yours. Compare them.`
    : null;
  return { text, added: false, remark };
}

/** First letter, spaces and empty lines; no word is changed. */
function tidy(own: string): string {
  const clean = own
    .replace(/[ \t]+$/gmu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return clean.replace(/^\p{Ll}/u, (c) => c.toUpperCase());
}
