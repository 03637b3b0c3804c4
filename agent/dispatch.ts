import type { ToPage } from '../bridge/messages';
import type { Entry, EntryKind, Fact, JsonValue } from '../core/entry';
import { type ActOutcome, failed } from '../core/outcome';
import type { Result } from '../core/result';
import { type Change, isEffect } from '../core/tool';
import { actionData, type Card, changeContents, noticeOf } from './card';
import type { Context } from './context';
import { overCeiling } from './custom/ceiling';
import { maskedChanges, maskedOutcome } from './masked';
import { settle } from './settle';
import { watchOver } from './stays';

/** From the click to the dispatch at most; the hold is not counted. Ms. */
const CLICK_TO_DISPATCH_MS = 120_000;

/** False when the click was too long ago: nothing is begun then, and the card asks for another one. */
export function inTime(context: Context, card: Card, since: number): boolean {
  if (context.deps.clock.mono() - since <= CLICK_TO_DISPATCH_MS) return true;
  context.change(card, { status: 'changed', notice: noticeOf({ code: 'too-late' }) });
  return false;
}

/** What whoever signed does at the two ends of an action, where that is more than usual. */
export interface Ends {
  /** Writes "started"; with facts that stand before it and are not in the log yet all of them are written, or none. */
  start?: (started: Fact) => Promise<Result<Entry[]>>;
  /** Called as soon as the outcome is on the disk, before it is drawn. */
  end?: (outcome: ActOutcome) => void;
}

/** One action of a hand: "started" is on the disk before it leaves, and how it ended after it. */
export async function dispatchOne(
  context: Context,
  card: Card,
  since: number,
  { start, end }: Ends = {},
): Promise<ActOutcome | null> {
  const { deps } = context;
  if (!inTime(context, card, since)) return null;
  // Alone on this record now: what other cards spent until a moment ago is counted.
  const over = isEffect(card.tool)
    ? await overCeiling(deps.reader, { ...card, tool: card.tool, record: card.binding.record })
    : null;
  if (over) {
    context.change(card, { status: 'failed', notice: noticeOf(over) });
    return null;
  }
  const started = startedFact(card);
  const written = await (start ? start(started) : deps.log.appendAll([started]));
  if (!written.ok) {
    context.change(card, { status: 'failed', notice: noticeOf(written.refusal) });
    return null;
  }
  const startedAt = Date.parse(written.value.at(-1)?.at ?? '');
  const outcome = await ask(context, card, startedAt);
  await finish(context, card, outcome, end);
  void watchOver(context, card, outcome);
  return outcome;
}

function startedFact(card: Card): Fact {
  return {
    kind: 'action.started',
    runId: card.runId,
    actor: { kind: 'user' },
    data: { ...actionData(card), documentId: card.page.documentId, tabId: card.page.tabId },
    contents: { binding: { mediaType: 'application/json', text: JSON.stringify(card.binding) } },
  };
}

async function ask(context: Context, card: Card, startedAt: number): Promise<ActOutcome> {
  const { channel } = card.binding;
  const eyes = {
    channel,
    record: channel !== 'page' ? card.binding.record : null,
    sessionAllowed: card.sessionAllowed,
  };
  const message: ToPage = {
    type: 'act',
    key: card.actionId,
    tool: card.tool.name,
    input: JSON.stringify(card.input),
    binding: card.binding,
    ...eyes,
  };
  const answer = await context.deps.pages.ask(card.page, message);
  if (answer.ok && answer.value.type === 'outcome' && answer.value.outcome) return answer.value.outcome;
  if (!answer.ok && answer.refusal.code === 'no-page') {
    // Nobody received it: nothing was dispatched.
    return failed(answer.refusal);
  }
  return await settle(context.deps, { ...card, startedAt });
}

const KINDS = {
  done: 'action.done',
  failed: 'action.failed',
  unknown: 'action.unknown',
} as const satisfies Record<ActOutcome['status'], EntryKind>;

/** Writes how it ended and shows it. */
export async function finish(
  context: Context,
  card: Card,
  outcome: ActOutcome,
  end?: Ends['end'],
): Promise<void> {
  const written = await context.deps.log.append(
    outcomeFact(
      { runId: card.runId, data: actionData(card), changes: maskedChanges(card, card.changes) },
      maskedOutcome(card, outcome),
    ),
  );
  end?.(outcome);
  const notice = outcome.refusal ? noticeOf(outcome.refusal) : null;
  context.change(card, { status: outcome.status, notice: written.ok ? notice : noticeOf(written.refusal) });
}

/** What of an action goes into the fact that ends it. */
export interface Ending {
  runId: string | null;
  data: Record<string, JsonValue>;
  /** As previewed; what was read back stands over it. */
  changes: Change[];
}

/** The fact that ends an action. Customer text goes into contents, codes and keys into data. */
export function outcomeFact({ runId, data, changes }: Ending, outcome: ActOutcome): Fact {
  const text = (mediaType: string, value: string) => ({ mediaType, text: value });
  const { refusal, restore, observed } = outcome;
  return {
    kind: KINDS[outcome.status],
    runId,
    actor: { kind: 'system' },
    data: { ...data, proof: outcome.proof, messageKey: outcome.messageKey, reason: refusal?.code ?? null },
    contents: {
      ...changeContents(outcome.changes.length > 0 ? outcome.changes : changes),
      ...(restore ? { restore: text('application/json', restore) } : {}),
      ...(observed.length > 0 ? { observed: text('application/json', JSON.stringify(observed)) } : {}),
      ...(refusal?.detail ? { detail: text('text/plain', refusal.detail) } : {}),
    },
  };
}
