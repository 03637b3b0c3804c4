import type { Binding } from '../core/binding';
import { isMessage, type Observation } from '../core/observation';
import { type ActOutcome, failed, unknown } from '../core/outcome';
import { type RecordRef, sameRecord } from '../core/record';
import { PATIENCE } from '../tools/parts/patience';
import type { Card } from './card';
import { eyesOf } from './custom/draw';
import type { AgentDeps, PageAddress } from './deps';
import { lookAt } from './look';

/** How long a page that was submitted may take to come back. Ms. */
const RELOAD_MS = 20_000;

/** How long a loaded page may take to show its record. Ms. */
const SHOWN_MS = 4_000;
const POLL_MS = 150;

type Settled = Pick<
  Card,
  'actionId' | 'tool' | 'input' | 'changes' | 'binding' | 'sessionAllowed' | 'page'
> & {
  seen: Observation | null;
  /** Epoch ms of its `action.started`. */
  startedAt: number;
  /** How long the record is read back until the effect shows, asked when it begins; as long as after an act when left out. Ms. */
  waitMs?: () => number;
  /** How long the page that acts may take to say how it ended. Ms. */
  ledgerMs?: number;
};

const UNKNOWN = unknown({ code: 'no-answer' });

/**
 * An act was dispatched and its answer is lost: asks the page's own ledger, then reads the record back.
 * Never acts again.
 */
export async function settle(deps: AgentDeps, action: Settled): Promise<ActOutcome> {
  const said = await ledgerSays(deps, action, action.ledgerMs ?? RELOAD_MS);
  if (said) return said;
  // The document is gone: a form that was submitted loads the page anew.
  const first = await proveHere(deps, action);
  if (first !== 'elsewhere') return first;
  // Some helpdesks go on to the next ticket or back to a list: the record is brought back to be read.
  const url = action.binding.channel === 'page' ? action.seen?.url : undefined;
  if (!url) return UNKNOWN;
  await deps.tabs.load(action.page.tabId, url);
  const second = await proveHere(deps, action);
  return second === 'elsewhere' ? UNKNOWN : second;
}

/** Proof in the document that the tab loads now; `elsewhere` when that shows another record, or none. */
async function proveHere(deps: AgentDeps, action: Settled): Promise<ActOutcome | 'elsewhere'> {
  const loaded = await deps.tabs.settled(action.page.tabId, RELOAD_MS);
  const deadline = deps.clock.now() + (loaded ? SHOWN_MS : 0);
  for (;;) {
    const page = await deps.pages.attach(action.page.tabId);
    if (!page.ok && page.refusal.code !== 'no-page') return UNKNOWN;
    const shown = page.ok ? await recordOn(deps, page.value) : null;
    if (page.ok && shown)
      return sameRecord(shown, action.binding.record) || action.binding.channel !== 'page'
        ? await proveIn(deps, page.value, action)
        : 'elsewhere';
    if (deps.clock.now() > deadline) return loaded ? 'elsewhere' : UNKNOWN;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** What the ledger of the very document that was to act says; null when it is gone, or has no answer in time. */
export async function ledgerSays(
  deps: AgentDeps,
  action: Pick<Settled, 'actionId' | 'page' | 'startedAt'> & { binding: Pick<Binding, 'channel'> },
  limitMs: number,
): Promise<ActOutcome | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), limitMs));
  const asked = deps.pages.ask(action.page, { type: 'outcome', key: action.actionId });
  const same = await Promise.race([asked, late]);
  if (!same?.ok || same.value.type !== 'outcome') return null;
  if (same.value.outcome) return same.value.outcome;
  // The page was there all the time and never heard of it, and will not act on it any more.
  const never = action.binding.channel !== 'token' && same.value.since < action.startedAt;
  return never ? failed({ code: 'panel-closed' }) : null;
}

/** The record on a page; null while a page that was just loaded shows none: its own script draws it. */
async function recordOn(deps: AgentDeps, page: PageAddress): Promise<RecordRef | null> {
  const look = await lookAt(deps, page, { channel: 'page', record: null, sessionAllowed: false });
  if (!look.ok || look.value.seen.record.type === 'document') return null;
  return look.value.seen.record;
}

/** Reads the record back in another document than the one that acted. */
export async function proveIn(deps: AgentDeps, page: PageAddress, action: Settled): Promise<ActOutcome> {
  const { binding } = action;
  const { record } = binding;
  const channel = eyesOf(action.tool, binding.channel);
  const eyes = {
    channel,
    record: channel !== 'page' ? record : null,
    sessionAllowed: action.sessionAllowed,
  };
  const look = await lookAt(deps, page, eyes);
  if (!look.ok || !sameRecord(look.value.seen.record, record)) return UNKNOWN;
  const answer = await deps.pages.ask(page, {
    type: 'prove',
    key: action.actionId,
    tool: action.tool.name,
    input: JSON.stringify(action.input),
    before: action.seen ?? lookBefore(binding, look.value.seen),
    changes: action.changes,
    waitMs: action.waitMs?.() ?? PATIENCE.proofMs,
    ...eyes,
  });
  if (!answer.ok || answer.value.type !== 'outcome' || !answer.value.outcome) return UNKNOWN;
  const { outcome } = answer.value;
  // The record was read and did not show it: that is more than no answer.
  return outcome.status === 'unknown' ? { ...outcome, refusal: { code: 'not-proved' } } : outcome;
}

/** The look before the act, as far as the binding in the log remembers it. */
export function lookBefore(binding: Binding, live: Observation): Observation {
  return {
    ...live,
    account: binding.account,
    messages: live.messages.filter((m) => !isMessage(m) || (binding.conversation ?? []).includes(m.key)),
    fields: live.fields.map((field) => {
      const was = binding.values.find((v) => v.scope === field.scope && v.name === field.name);
      return was ? { ...field, values: was.values } : field;
    }),
  };
}
