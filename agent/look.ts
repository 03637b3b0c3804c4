import type { ToPage } from '../bridge/messages';
import type { Observation } from '../core/observation';
import { type RecordRef, sameRecord } from '../core/record';
import { ok, type Result, refuse } from '../core/result';
import type { Channel } from '../core/words';
import type { AgentDeps, PageAddress } from './deps';

/** The page an action is about, and how it was seen. */
export interface Desk {
  page: PageAddress;
  seen: Observation;
  sessionAllowed: boolean;
}

/** A look at what is on the screen of a document. */
export async function lookAt(
  deps: AgentDeps,
  page: PageAddress,
  eyes: { channel: Channel; record: RecordRef | null; sessionAllowed: boolean },
): Promise<Result<{ seen: Observation; sessionPossible: boolean }>> {
  const answer = await deps.pages.ask(page, { type: 'look', ...eyes } satisfies ToPage);
  // A look has no effect, so a lost answer leaves nothing open: the page just does not answer.
  if (!answer.ok) return answer.refusal.code === 'no-answer' ? refuse('no-page') : answer;
  if (answer.value.type === 'refused') return { ok: false, refusal: answer.value.refusal };
  if (answer.value.type !== 'seen') return refuse('no-answer');
  const { seen, sessionPossible } = answer.value;
  return ok({ seen: { ...seen, documentId: page.documentId }, sessionPossible });
}

/** A fresh look by the eyes of a channel, at the desk's own record. */
export async function lookThrough(
  deps: AgentDeps,
  desk: Desk,
  channel: Channel,
): Promise<Result<Observation>> {
  const { page, sessionAllowed } = desk;
  const record = desk.seen.record;
  const look = await lookAt(deps, page, {
    channel,
    record: channel === 'page' ? null : record,
    sessionAllowed,
  });
  if (!look.ok) return look;
  if (!sameRecord(look.value.seen.record, record)) {
    return refuse('other-record', `Expected ${record.id}; open is ${look.value.seen.record.id}.`);
  }
  return ok(look.value.seen);
}
