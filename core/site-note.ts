import * as z from 'zod/mini';
import { lettersOf } from './text';

/** A person's own note for one site: what things mean there, and what is never to be written. */
export const SiteNote = z.strictObject({
  /** Host with port. */
  host: z.string(),
  text: z.string(),
  /** Name of the file it came from, or `typed in Settings`. */
  origin: z.string(),
  updatedAt: z.string(),
});
export type SiteNote = z.infer<typeof SiteNote>;

/** The note as it is cited under a draft. */
export const noteSource = ({ host, origin, updatedAt }: SiteNote) => ({
  kind: 'site-note' as const,
  title: `Note for ${host}`,
  origin: `${origin}, ${updatedAt.slice(0, 10)}`,
});

/** What is understood of a note by rule: all else in it is for people and models to read. */
export interface NoteParts {
  /** From the label of a status to what it means. */
  statuses: { label: string; meaning: string }[];
  /** Phrases that no draft should hold. */
  neverWrite: string[];
}

const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;
const ITEM = /^\s*[-*+]\s+(.*)$/;

/** Reads a note: lists under a heading that speaks of a status, and under one that says “never write”. Pure. */
export function partsOf(text: string): NoteParts {
  const parts: NoteParts = { statuses: [], neverWrite: [] };
  let under: 'status' | 'never' | null = null;
  for (const line of text.split(/\r?\n/)) {
    const heading = HEADING.exec(line)?.[1];
    if (heading !== undefined) {
      under = /\b(never|don['’]t|do not)\b/i.test(heading)
        ? 'never'
        : /\bstatus(es)?\b/i.test(heading)
          ? 'status'
          : null;
      continue;
    }
    const item = ITEM.exec(line)?.[1]?.trim() ?? '';
    if (item === '' || under === null) continue;
    if (under === 'never') parts.neverWrite.push(unquoted(item));
    else {
      const [, label = '', meaning = ''] = /^(.{1,60}?)\s*(?::|–|—|\s-\s)\s*(.+)$/.exec(item) ?? [];
      if (label !== '') parts.statuses.push({ label: unquoted(label), meaning });
    }
  }
  return parts;
}

/** The phrases of a note that a text holds, however they are laid out, at whole words. */
export function neverWritten(text: string, phrases: readonly string[]): string[] {
  const words = ` ${wordsOf(text)} `;
  return phrases.filter((phrase) => lettersOf(phrase) !== '' && words.includes(` ${wordsOf(phrase)} `));
}

const wordsOf = (text: string): string =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');

function unquoted(text: string): string {
  return text.replace(/^[*_`"“”«»']+|[*_`"“”«»']+$/g, '').trim();
}
