import { ok, type Result, refuse } from '../core/result';
import { partsOf, type SiteNote } from '../core/site-note';

/** Longest note, in characters: it goes along with every question to a model. */
const LONGEST = 20_000;

/** A text or file of a person as the note of a site, or what is wrong with it. */
export function readSiteNote(file: {
  host: string;
  /** Of the file, or `typed in Settings`. */
  origin: string;
  text: string;
  at: string;
}): Result<SiteNote> {
  const text = file.text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trim();
  if (text === '') return refuse('empty-text');
  if (text.length > LONGEST)
    return refuse('bad-file', `A note has at most 20,000 characters; this one has ${text.length}.`);
  if (!text.isWellFormed() || /[^\P{Cc}\n\t]/u.test(text) || text.includes('\uFFFD'))
    return refuse('bad-file', 'It is no plain text. Save it as text or Markdown in UTF-8.');
  return ok({ host: file.host, text, origin: file.origin, updatedAt: file.at });
}

/** What was understood of a note, for the person who wrote it. */
export function noteWords(text: string): string {
  const { statuses, neverWrite } = partsOf(text);
  const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
  const said = [
    ...(statuses.length > 0 ? [`${count(statuses.length, 'status', 'statuses')} explained`] : []),
    ...(neverWrite.length > 0
      ? [`${count(neverWrite.length, 'phrase that is', 'phrases that are')} never written`]
      : []),
  ];
  return said.length > 0
    ? `${said.join(', ')}.`
    : 'No list under a “Never write” or “Status” heading was found; the text goes along with drafts as it is.';
}
