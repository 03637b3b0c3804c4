import { canonical } from '../core/canonical';
import type { Entry, Fact, JsonValue } from '../core/entry';
import { contentHash, sha256Hex } from '../core/hash';
import { RecordRef, recordKey } from '../core/record';
import type { Clock } from './clock';
import type { ContentRow, EntryRow, Head } from './database';
import { Refused } from './refusals';

/** The hash before the first entry. */
export const NO_HASH = '0'.repeat(64);
export const EMPTY_HEAD: Head = { count: 0, hash: NO_HASH };

const SALT_BYTES = 16;

export interface Linked {
  entries: EntryRow[];
  contents: ContentRow[];
  head: Head;
}

/**
 * Makes the next links of the chain out of facts. Nothing is awaited, so it can run inside a transaction.
 * Throws `Refused` for text or values that have no canonical form.
 */
export function link(head: Head, facts: readonly Fact[], clock: Clock): Linked {
  const at = clock.now().toISOString();
  const linked: Linked = { entries: [], contents: [], head };
  for (const fact of facts) {
    const contents = (
      Object.entries(fact.contents ?? {}) as [string, { mediaType: string; text: string }][]
    ).map(([name, { mediaType, text }]) => ({ name, row: seal(mediaType, text, clock) }));
    const entry = chain(linked.head, at, fact, Object.fromEntries(contents.map((c) => [c.name, c.row.hash])));
    linked.entries.push(rowOf(entry));
    linked.contents.push(...contents.map((c) => c.row));
    linked.head = { count: entry.seq + 1, hash: entry.hash };
  }
  return linked;
}

/** A content under its salted hash. */
function seal(mediaType: string, text: string, clock: Clock): ContentRow {
  if (!text.isWellFormed()) throw new Refused({ code: 'bad-text' });
  if (!/^[\x20-\x7e]+$/.test(mediaType))
    throw new TypeError(`Not a media type: ${JSON.stringify(mediaType)}`);
  const salt = clock.random(SALT_BYTES);
  return { hash: contentHash(salt, mediaType, text), salt: hexOf(salt), mediaType, text };
}

function chain(head: Head, at: string, fact: Fact, contents: Record<string, string>): Entry {
  const { kind, runId, actor, data } = fact;
  if (kind === 'action.started' && typeof data.actionId !== 'string') {
    throw new TypeError('action.started needs an actionId: it is what locks the action');
  }
  const form = canonical({
    type: 'entry',
    seq: head.count,
    at,
    kind,
    runId,
    actor,
    data,
    contents,
    previousHash: head.hash,
  });
  if (!form.ok) throw new Refused(form.refusal);
  // Read back from the canonical form: what is stored is what was hashed, not an object a caller may still hold.
  return { ...JSON.parse(form.value), hash: sha256Hex(form.value) };
}

/** The entry with the keys it is found by. */
export function rowOf(entry: Entry): EntryRow {
  const row: EntryRow = { seq: entry.seq, kind: entry.kind, at: entry.at, entry };
  if (entry.runId !== null) row.runId = entry.runId;
  const actionId = entry.data.actionId;
  if (typeof actionId === 'string') {
    row.actionId = actionId;
    if (entry.kind === 'action.started') row.startedKey = actionId;
  }
  const key = recordKeyOf(entry.data.record);
  if (key !== null) row.recordKey = key;
  return row;
}

function recordKeyOf(value: JsonValue | undefined): string | null {
  const record = RecordRef.safeParse(value);
  return record.success ? recordKey(record.data) : null;
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
