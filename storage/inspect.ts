import { canonical } from '../core/canonical';
import { sha256Hex } from '../core/hash';
import type { Anchor, Loss } from './anchor';
import type { Database, EntryRow, Head } from './database';
import { readHead, readInstallation } from './write';

/** Something about the log that the person must be told when the panel opens. */
export interface Finding {
  kind:
    | 'missing'
    | 'cut'
    | 'replaced'
    | 'rewritten'
    | 'broken'
    /** There are entries, and nothing says where they end: nothing can follow them. */
    | 'unmarked'
    | 'texts'
    | 'checkpoint'
    | 'anchor'
    | 'newer-version'
    | 'blocked'
    | 'cannot-open';
  /** What happened and what to do next. */
  words: string;
}

export interface Inspection {
  findings: Finding[];
  /** Set when entries that were once seen are gone. */
  loss: Loss | null;
  /** Nothing was ever written here. */
  isEmpty: boolean;
}

/** What a person can do where the log that is here cannot be written any more. */
export const BESIDE = 'On the page “Log and trace” a new log can be begun beside it; this one is kept.';

export const ADVICE = 'Compare with your last export, and tell whoever looks after this computer.';

/**
 * Looks whether the log still is what it was when its end was last remembered. Quick however long the log is: the
 * ends, not what lies between them (`recount`, and the walk of the whole chain). Throws when the database cannot be
 * read.
 */
export async function inspect(db: Database, anchor: Anchor | null, now: Date): Promise<Inspection> {
  const head = await readHead(db);
  const last = await db.entries.orderBy('seq').last();
  const broken = endHolds(head, last) ? null : await brokenWords(db, head);
  // Entries whose end is not marked are here all the same; what is wrong with them is said already.
  const isUnmarked = head === null && last !== undefined;
  const gone = anchor && !isUnmarked ? await findGone(db, anchor, head) : null;
  const findings = [broken, gone].filter((finding) => finding !== null);
  const isEmpty = head === null && last === undefined;
  return { findings, isEmpty, loss: anchor && gone ? lossOf(anchor, await db.entries.count(), now) : null };
}

/** The words for something that was noticed at an earlier opening. */
export function oldLossWords(loss: Loss): string {
  return `On ${dayOf(loss.noticedAt)} entries were missing: the log had ended at ${countWords(loss.was.count)}, and ${countWords(loss.found)} were found.`;
}

/** Does the head row tell the truth about the last entry? */
function endHolds(head: Head | null, last: EntryRow | undefined): boolean {
  if (!head || !last) return head === null && last === undefined;
  return last.seq === head.count - 1 && last.entry.hash === head.hash && hashHolds(last.entry);
}

/** What to say of a log whose end does not fit what is there. */
export async function brokenWords(db: Database, head: Head | null): Promise<Finding> {
  const entryCount = await db.entries.count();
  if (!head)
    return {
      kind: 'unmarked',
      words: `The log is damaged: its end is not marked, and ${countWords(entryCount)} were found. Nothing can be recorded in it, so nothing can be done. Export it now. ${BESIDE} ${ADVICE}`,
    };
  return {
    kind: 'broken',
    words: `The log is damaged: ${countWords(head.count)} should be here, ${countWords(entryCount)} were found. Export the log now. ${ADVICE}`,
  };
}

/** Is what the second store remembers still here? */
async function findGone(db: Database, anchor: Anchor, head: Head | null): Promise<Finding | null> {
  if (anchor.count === 0) return null;
  const then = dayOf(anchor.at);
  if (head === null) {
    const words = `The log is gone: ${thatWere(anchor.count, then)} missing. A new log begins now and says so. ${ADVICE}`;
    return { kind: 'missing', words };
  }
  if ((await readInstallation(db))?.id !== anchor.installationId) {
    const words = `This is another log than the one of ${then}, which had ${countWords(anchor.count)}. ${ADVICE}`;
    return { kind: 'replaced', words };
  }
  if (head.count < anchor.count) {
    const missing = anchor.count - head.count;
    return {
      kind: 'cut',
      words: `${thatWere(missing, then)} missing at the end of the log. ${ADVICE}`,
    };
  }
  const remembered = await db.entries.get(anchor.count - 1);
  if (remembered?.entry.hash === anchor.hash) return null;
  const words = `The log was changed after ${then}: its entry ${anchor.count - 1} is not the one that was here then. ${ADVICE}`;
  return { kind: 'rewritten', words };
}

/** Does an entry match its own hash? */
export function hashHolds(entry: { hash: string }): boolean {
  const { hash, ...rest } = entry;
  const form = canonical(rest);
  return form.ok && sha256Hex(form.value) === hash;
}

function lossOf(anchor: Anchor, found: number, now: Date): Loss {
  const { count, hash, at } = anchor;
  return { noticedAt: now.toISOString(), was: { count, hash, at }, found };
}

/** "1 entry", "214 entries". */
export function countWords(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

/** "214 entries that were here on 3 March 2026 are". */
function thatWere(count: number, day: string): string {
  return count === 1 ? `1 entry that was here on ${day} is` : `${count} entries that were here on ${day} are`;
}

/** "3 March 2026". */
export function dayOf(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}
