import type { Entry } from '../../../core/entry';
import { foldActions } from '../../../core/fold';
import { unsettled } from '../real/log-of';
import { judge } from './judge';
import type { Lane } from './lane';
import type { RacePlan } from './plan';
import type { Wish } from './stage';
import type { Track } from './track';
import { disarmTurns } from './turns';

/** Where the action was when the page turned for the first time. */
export type Phase =
  | 'before it was signed'
  | 'signed, before it was begun'
  | 'between begun and done'
  | 'after it was done'
  | 'after it was refused'
  | 'never';

export interface RaceOutcome {
  plan: RacePlan;
  status: string;
  /** Of the entry that gave it its status. */
  reason: string | null;
  effects: number;
  /** Requests that write which reached the desk; more than the effects when one was repeated on the way. */
  writes: number;
  /** The receipt tells of more than was asked for: what else changed, or stands there once more. */
  told: boolean;
  phase: Phase;
  turns: number;
  /** What must never be, in words; empty when all is well. */
  wrong: string[];
  ms: number;
}

const SETTLES_MS = 25_000;
const POLL_MS = 60;

/** One action in a real browser, while its page turns or its desk fails. */
export async function raceOnce(track: Track, lane: Lane, plan: RacePlan): Promise<RaceOutcome> {
  const began = Date.now();
  const { stage } = lane;
  await lane.makeReady();
  const wish = stage.wish(plan);
  const words = `race ${plan.kind} ${plan.number}`;
  track.says(words, { calls: [{ name: wish.tool, arguments: wish.arguments }] });
  const before = { effects: stage.effects().length, writes: stage.writes() };
  await proposed(lane, words);
  stage.spoil(plan);
  await sign(lane, plan);
  const entries = await settled(lane, plan);
  await disarmTurns(lane.tab);
  const effects = stage.effects().slice(before.effects);
  const drafts = wish.what === 'draft' ? await draftsOf(lane, plan, wish) : null;
  const { wrong, count } = judge({ wish, record: stage.record, effects, drafts, entries });
  const action = foldActions(entries).at(-1);
  return {
    plan,
    status: action?.status ?? 'none',
    reason: action?.reason ?? null,
    effects: count,
    writes: stage.writes() - before.writes,
    told: entries.some((entry) => entry.contents.observed !== undefined),
    phase: phaseOf(entries, lane.turned, effects[0]?.at ?? null),
    turns: lane.turned.length,
    wrong,
    ms: Date.now() - began,
  };
}

/** A card for it stands there and can be clicked. A page that was just loaded may have to be looked at first. */
async function proposed({ panel }: Lane, words: string): Promise<void> {
  const approve = panel.cards().first().getByRole('button', { name: 'Approve and run', exact: true });
  for (let tries = 0; tries < 4; tries++) {
    await panel.run('Review', words);
    if ((await panel.cards().count()) > 0) return await approve.click({ trial: true });
    await panel.page.waitForTimeout(400);
  }
  throw new Error(`Nothing was proposed for “${words}”: ${await panel.page.locator('body').innerText()}`);
}

/** The clicks of the person; the page's turns are counted from the one that the plan names. */
async function sign(lane: Lane, plan: RacePlan): Promise<void> {
  const card = lane.panel.cards().first();
  const isReply = plan.tool === 'send_reply';
  lane.startAt(isReply ? plan.after : 'Approve and run', plan);
  await card.getByRole('button', { name: 'Approve and run', exact: true }).click({ timeout: 15_000 });
  if (!isReply) return;
  // A turn may have put the card back, or taken it away; and a hold that is not clicked comes to its own end.
  const send = card.getByRole('button', { name: 'Send now', exact: true });
  await send.click({ timeout: 5_000 }).catch(() => undefined);
}

/** Waits for the end of what was begun; goes back to the record, and to a send that waits there. */
async function settled(lane: Lane, plan: RacePlan): Promise<Entry[]> {
  const { panel, tab, stage } = lane;
  const latest = Math.max(0, ...plan.turns.map((turn) => (turn.by === 'time' ? turn.ms : 0)));
  await tab.waitForTimeout(latest);
  for (const until = Date.now() + SETTLES_MS; ; await tab.waitForTimeout(POLL_MS)) {
    const entries = await lane.entries();
    const owed = unsettled(entries).filter((what) => what.startsWith('action'));
    const busy = await panel.page.locator('.card-running').count();
    const waits = await panel.page.locator('.card-held, .card-paused').count();
    if (waits > 0 && busy === 0) await endHold(lane, plan);
    if ((owed.length === 0 && busy + waits === 0) || Date.now() > until) {
      await disarmTurns(tab);
      if (tab.url() !== stage.url) await goBack(lane);
      return await lane.entries();
    }
  }
}

async function goBack({ tab, stage }: Lane): Promise<void> {
  const link = tab.locator(`a[href="${new URL(stage.url).pathname}"]`).first();
  await link.click();
  await stage.drawn(tab);
}

async function endHold(lane: Lane, plan: RacePlan): Promise<void> {
  const { panel, tab, stage } = lane;
  await disarmTurns(tab);
  if (tab.url() !== stage.url) await goBack(lane);
  const name = plan.sendsAfterAll ? 'Send now' : 'Cancel send';
  // It may have been sent or put back just now: then there is nothing to press.
  await panel
    .button(name)
    .click({ timeout: 1_500 })
    .catch(() => undefined);
}

/** How often the words stand in the box of each of the two records. */
async function draftsOf(lane: Lane, plan: RacePlan, { value }: Wish): Promise<Record<string, number>> {
  const { tab, stage } = lane;
  const way = stage.wayOf(plan);
  const times = async () => (await lane.box()).split(value).length - 1;
  const here = await times();
  if (way.way !== 'navigate') return { [stage.record]: here };
  await tab.locator(`a[href="${way.other}"]`).first().click();
  await stage.drawn(tab);
  const there = await times();
  await goBack(lane);
  return { [stage.record]: here, [way.other]: there };
}

function phaseOf(entries: readonly Entry[], turned: readonly number[], effectAt: number | null): Phase {
  const [first] = turned;
  if (first === undefined) return 'never';
  const at = (...kinds: string[]) => {
    const entry = entries.find((e) => kinds.includes(e.kind));
    return entry ? Date.parse(entry.at) : Number.POSITIVE_INFINITY;
  };
  if (first < at('approval.granted')) return 'before it was signed';
  if (first < at('action.started')) return 'signed, before it was begun';
  const end = at('action.done', 'action.failed', 'action.unknown');
  if (first <= (effectAt ?? end)) return 'between begun and done';
  return effectAt === null && at('action.failed') === end ? 'after it was refused' : 'after it was done';
}
