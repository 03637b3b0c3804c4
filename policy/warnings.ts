import type { Message } from '../core/observation';
import { neverWritten } from '../core/site-note';
import { hostsIn } from './links';

const SHINGLE = 8;

export interface Text {
  body: string;
  messages: readonly Message[];
  /** Hosts that the thread, the helpdesk itself and the person's own knowledge name. */
  knownHosts: ReadonlySet<string>;
  /** Phrases that the note of this site says are never written. */
  neverWrite: readonly string[];
}

/** What a person should look at before a customer gets this text. Marks, never rewrites. */
export function warningsFor({ body, messages, knownHosts, neverWrite }: Text): string[] {
  const warnings: string[] = neverWriteWords(body, neverWrite);
  const leak = sharedRun(
    body,
    messages.filter((m) => m.role === 'note').map((m) => m.text),
  );
  if (leak) warnings.push(`This repeats an internal note: “${leak}”.`);
  for (const host of hostsIn(body)) {
    if (!knownHosts.has(host)) warnings.push(`It links to ${host}, which is new in this conversation.`);
  }
  if (/(^|\s)@[\p{L}\p{N}_.-]{2,}/u.test(body)) {
    warnings.push('It holds an @mention: in some helpdesks that adds a person to the conversation.');
  }
  return warnings;
}

/** In words, for a draft and for the card of a text. */
export function neverWriteWords(body: string, phrases: readonly string[]): string[] {
  return neverWritten(body, phrases).map(
    (phrase) => `Your note for this site says never to write “${phrase}”.`,
  );
}

/** The first run of eight words that the text shares with one of the others; null when there is none. */
export function sharedRun(text: string, others: readonly string[]): string | null {
  const known = new Set(others.flatMap(shingles));
  if (known.size === 0) return null;
  return shingles(text).find((run) => known.has(run)) ?? null;
}

function shingles(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // A note shorter than a run leaks as a whole.
  if (words.length >= 4 && words.length < SHINGLE) return [words.join(' ')];
  return words
    .slice(0, Math.max(0, words.length - SHINGLE + 1))
    .map((_, i) => words.slice(i, i + SHINGLE).join(' '));
}
