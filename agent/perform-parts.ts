import type { ActOutcome } from '../core/outcome';
import type { Refusal } from '../core/result';
import { adoptOwn } from './adopt';
import { actionData, type Card, noticeOf } from './card';
import { openBox } from './composer';
import type { Context } from './context';
import { dispatchOne, finish, inTime } from './dispatch';
import { grant } from './grant';
import { unchanged } from './recheck';

/**
 * The parts of a signed card, one after the other: each is looked at again, signed by the same click, done, proved and
 * logged as an action of its own. The first that is not proved ends it: the rest is not tried, and each is told of.
 */
export async function performParts(context: Context, card: Card, since: number): Promise<ActOutcome | null> {
  if (!inTime(context, card, since)) return null;
  const started = await context.deps.log.append({
    kind: 'action.started',
    runId: card.runId,
    actor: { kind: 'user' },
    data: { ...actionData(card), documentId: card.page.documentId, tabId: card.page.tabId },
  });
  if (!started.ok) {
    context.change(card, { status: 'failed', notice: noticeOf(started.refusal) });
    return null;
  }
  const ends: ActOutcome[] = [];
  let stopped: Refusal | null = null;
  let { page } = card;
  for (const part of card.parts) {
    part.page = page;
    const end = await performPart(context, part);
    page = part.page;
    if ('code' in end) stopped = end;
    else ends.push(end);
    if (stopped || ends.at(-1)?.status !== 'done') break;
  }
  const outcome = sumOf(card.parts, ends, stopped);
  await finish(context, card, outcome);
  return outcome;
}

async function performPart(context: Context, part: Card): Promise<ActOutcome | Refusal> {
  const opened = await openBox(context, part);
  if (!opened.ok) return opened.refusal;
  if (!(await unchanged(context, part)))
    return { code: 'changed-since', ...(part.notice ? { detail: part.notice } : {}) };
  const refusal = await grant(context, part);
  if (refusal) return refusal;
  context.change(part, { status: 'running', notice: null });
  const outcome = await dispatchOne(context, part, context.deps.clock.mono());
  if (!outcome) return { code: 'used-already' };
  await adoptOwn(context, part);
  return outcome;
}

/** What the parts add up to. Failed means that nothing of it happened, unless it says that a part was done. */
function sumOf(parts: readonly Card[], ends: readonly ActOutcome[], stopped: Refusal | null): ActOutcome {
  const done = ends.filter((end) => end.status === 'done');
  const last = ends.at(-1);
  const sum = {
    changes: done.flatMap((end) => end.changes),
    messageKey: null,
    restore: null,
    observed: [...new Set(done.flatMap((end) => end.observed))],
    proof: done.length === parts.length ? 'Each part was read back.' : '',
  };
  if (done.length === parts.length) return { ...sum, status: 'done', refusal: null };
  const why = stopped ?? last?.refusal ?? { code: 'not-proved' as const };
  if (done.length === 0 && last?.status !== 'unknown') return { ...sum, status: 'failed', refusal: why };
  return {
    ...sum,
    status: last?.status === 'unknown' ? 'unknown' : 'failed',
    refusal: { code: 'partly-done', detail: wordsOf(parts, done.length, why, last?.status === 'unknown') },
  };
}

function wordsOf(parts: readonly Card[], done: number, why: Refusal, isOpen: boolean): string {
  const title = (part: Card) => part.tool.title(part.input);
  const words = parts.slice(0, done).map((part) => `Done: ${title(part)}.`);
  const [broken, ...rest] = parts.slice(done);
  if (broken) words.push(`${isOpen ? 'Not certain' : 'Not done'}: ${title(broken)}. ${noticeOf(why)}`);
  return [...words, ...rest.map((part) => `Not tried: ${title(part)}.`)].join(' ');
}
