import type { Binding } from '../core/binding';
import type { Observation } from '../core/observation';
import { type ActOutcome, failed, unknown } from '../core/outcome';
import { sameRecord } from '../core/record';
import { PATIENCE } from '../tools/parts/patience';
import type { Card } from './card';
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
  /** How long the record is read back until the effect shows; as long as after an act when left out. Ms. */
  waitMs?: number;
};

const UNKNOWN = unknown({ code: 'no-answer' });

/**
 * An act was dispatched and its answer is lost: asks the page's own ledger, then reads the record back.
 * Never acts again.
 */
export async function settle(deps: AgentDeps, action: Settled): Promise<ActOutcome> {
  const same = await deps.pages.ask(action.page, { type: 'outcome', key: action.actionId });
  if (same.ok && same.value.type === 'outcome') {
    if (same.value.outcome) return same.value.outcome;
    // The page was there all the time and never heard of it, and will not act on it any more.
    const byPage = action.binding.channel !== 'token';
    if (byPage && same.value.since < action.startedAt) return failed({ code: 'panel-closed' });
  }
  // The document is gone: a form that was submitted loads the page anew.
  const loaded = await deps.tabs.settled(action.page.tabId, RELOAD_MS);
  const deadline = deps.clock.now() + (loaded ? SHOWN_MS : 0);
  for (;;) {
    const page = await deps.pages.attach(action.page.tabId);
    if (!page.ok && page.refusal.code !== 'no-page') return UNKNOWN;
    if (page.ok && !(await isEmpty(deps, page.value))) return await proveIn(deps, page.value, action);
    if (deps.clock.now() > deadline) return UNKNOWN;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** A page that was just loaded shows no record yet: its own script draws it. */
async function isEmpty(deps: AgentDeps, page: PageAddress): Promise<boolean> {
  const look = await lookAt(deps, page, { channel: 'page', record: null, sessionAllowed: false });
  return !look.ok || look.value.seen.record.type === 'document';
}

/** Reads the record back in another document than the one that acted. */
export async function proveIn(deps: AgentDeps, page: PageAddress, action: Settled): Promise<ActOutcome> {
  const { binding } = action;
  const { channel, record } = binding;
  const eyes = {
    channel,
    record: channel !== 'page' ? record : null,
    sessionAllowed: action.sessionAllowed,
  };
  const look = await lookAt(deps, page, eyes);
  if (!look.ok || !sameRecord(look.value.seen.record, record)) return UNKNOWN;
  const answer = await deps.pages.ask(page, {
    type: 'prove',
    tool: action.tool.name,
    input: JSON.stringify(action.input),
    before: action.seen ?? lookBefore(binding, look.value.seen),
    changes: action.changes,
    waitMs: action.waitMs ?? PATIENCE.proofMs,
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
    messages: live.messages.filter(
      (m) => m.role === 'system' || (binding.conversation ?? []).includes(m.key),
    ),
    fields: live.fields.map((field) => {
      const was = binding.values.find((v) => v.scope === field.scope && v.name === field.name);
      return was ? { ...field, values: was.values } : field;
    }),
  };
}
