import type { Locator, Page } from 'playwright';
import { foldActions } from '../../../core/fold';
import type { PanelPage } from '../../support/panel';
import { Random } from '../random';
import { entriesIn } from './log-of';
import { Scene } from './scene';

export const REAL_RACES = ['navigation', 'flips', 'faults'] as const;
export type RealRace = (typeof REAL_RACES)[number];

export interface RealRaces {
  races: number;
  /** Writes that reached the desk. */
  effects: number;
  /** How the actions ended: "done" → how many. */
  endings: Record<string, number>;
  wrong: string[];
}

/** So many cards are drawn at once and raced one after the other. */
const BATCH = 6;
const TICKET = 1042;
/** After the click no page turns later than this. Ms. */
const LAST_TURN_MS = 480;

/** `count` races of one kind, in one browser; each card has its own seeded moment. */
export async function raceReal(
  race: RealRace,
  count: number,
  seed: number,
  build: string,
  say: (words: string) => void,
): Promise<RealRaces> {
  const random = new Random(seed);
  const scene = await Scene.open(build);
  const tally: RealRaces = { races: 0, effects: 0, endings: {}, wrong: [] };
  try {
    while (tally.races < count) {
      await raceBatch(scene, race, random, tally, Math.min(BATCH, count - tally.races));
      say(`${race}: ${tally.races} races, ${tally.effects} effects, ${tally.wrong.length} wrong`);
    }
  } finally {
    await scene.close();
  }
  return tally;
}

interface Asked {
  name: string;
  arguments: Record<string, string>;
  /** What no other card has: found on the card and in the ledger. */
  mark: string;
}

async function raceBatch(
  scene: Scene,
  race: RealRace,
  random: Random,
  tally: RealRaces,
  size: number,
): Promise<void> {
  scene.desk.reset();
  const tab = await scene.tab();
  await scene.loadTicket(TICKET);
  const panel = await scene.panel((page) =>
    race === 'faults' ? doubleActs(page, random.below(2)) : nothing(),
  );
  await scene.bound(panel);
  await scene.allowSession(panel, race === 'faults' && random.below(2) === 0);
  const known = new Set((await entriesIn(panel.page)).map((entry) => entry.seq));
  const asked = Array.from({ length: size }, (_, i) => callFor(race, random, `race-${tally.races + i}`));
  scene.model.says({ calls: asked.map(({ name, arguments: given }) => ({ name, arguments: given })) });
  await panel.run('Review');
  for (const one of asked) await raceCard(scene, tab, panel, race, random, one);
  // A request that the desk kept may still be on its way into the ledger.
  await panel.page.waitForTimeout(300);
  judge(scene, asked, tally);
  const entries = (await entriesIn(panel.page)).filter((entry) => !known.has(entry.seq));
  const statuses = foldActions(entries).map((action) => action.status);
  for (const status of statuses) tally.endings[status] = (tally.endings[status] ?? 0) + 1;
  const written = scene.written().length;
  const done = statuses.filter((status) => status === 'done').length;
  const open = statuses.filter((status) => status === 'unknown').length;
  if (done > written) tally.wrong.push(`the log says ${done} done, the desk ${written}`);
  if (written > done + open) tally.wrong.push(`the desk has ${written}, the log knows ${done + open}`);
  await panel.page.close();
  tally.races += size;
  tally.effects += written;
}

const nothing = async (): Promise<void> => undefined;

function callFor(race: RealRace, random: Random, mark: string): Asked {
  const body = { body: `Asked about it, ${mark}-end.` };
  const message = {
    name: random.below(2) === 0 ? 'add_note' : 'send_reply',
    arguments: body,
    mark: `${mark}-end`,
  };
  if (race === 'flips') return message;
  return random.below(3) === 0 ? message : { name: 'add_tag', arguments: { tag: mark }, mark };
}

/** Signs one card while the page turns under it, and waits until it has come to rest. */
async function raceCard(
  scene: Scene,
  tab: Page,
  panel: PanelPage,
  race: RealRace,
  random: Random,
  { name, mark }: Asked,
): Promise<void> {
  const exactly = new RegExp(`${mark}(?!\\d)`);
  const card = panel.card(exactly);
  if (race === 'faults') scene.desk.fault(faultOf(random));
  else await tab.evaluate(turnPage, { race, at: momentsOf(race, random), ticket: TICKET });
  const turned = new Promise((resolve) => setTimeout(resolve, LAST_TURN_MS + 50));
  await click(card.getByRole('button', { name: 'Approve and run' }));
  if (name === 'send_reply' && (await held(panel, card)))
    await click(card.getByRole('button', { name: 'Send now' }));
  const running = panel.cards().filter({ hasText: 'Running' });
  for (let waited = 0; waited < 20_000 && (await running.count()) > 0; waited += 50)
    await panel.page.waitForTimeout(50);
  await turned;
  if (race !== 'navigation') return;
  await tab.evaluate(goBack, TICKET);
  await scene.bound(panel, TICKET);
}

/** A card that changed under the hand cannot be clicked: that is one of the ways in which a race is refused. */
async function click(button: Locator): Promise<void> {
  await button.click({ timeout: 1_500 }).catch((error: unknown) => {
    if (!String(error).includes('Timeout')) throw error;
  });
}

async function held(panel: PanelPage, card: Locator): Promise<boolean> {
  const button = card.getByRole('button', { name: 'Send now' });
  for (let waited = 0; waited < 1_500; waited += 25) {
    if (await button.isVisible()) return true;
    await panel.page.waitForTimeout(25);
  }
  return false;
}

/** When the page turns, in ms from the click on; the walk of a card takes some 50 to 500. */
function momentsOf(race: RealRace, random: Random): number[] {
  const count = race === 'flips' ? 1 + random.below(4) : 1 + random.below(2);
  return Array.from({ length: count }, () => 30 + random.below(LAST_TURN_MS - 30)).sort((a, b) => a - b);
}

function faultOf(random: Random) {
  const delayMs = 50 + random.below(900);
  switch (random.below(12)) {
    case 0:
      return { drop: true, when: 'before' as const };
    case 1:
    case 2:
    case 3:
      return { drop: true, when: 'after' as const };
    case 4:
    case 5:
      return { delayMs, when: 'before' as const };
    case 6:
    case 7:
      return { delayMs, when: 'after' as const };
    case 8:
    case 9:
      return { delayMs, when: 'after' as const, drop: true };
    default:
      return { twice: true };
  }
}

/** The desk's ledger is the judge: on this ticket, in the voice of the card, and once. */
function judge(scene: Scene, asked: readonly Asked[], { wrong }: RealRaces): void {
  for (const row of scene.written())
    if (row.record !== `ticket:${TICKET}`) wrong.push(`${row.operation} on ${row.record}`);
  const OPERATION: Record<string, string> = { add_note: 'note', send_reply: 'reply', add_tag: 'add-tag' };
  for (const { name, mark } of asked) {
    const exactly = new RegExp(`${mark}(?!\\d)`);
    const rows = scene.written().filter((row) => exactly.test(JSON.stringify(row.after)));
    if (rows.length > 1) wrong.push(`${mark}: ${rows.length} times`);
    for (const row of rows)
      if (row.operation !== OPERATION[name]) wrong.push(`${mark}: ${name} came out as ${row.operation}`);
  }
}

/** Every message that acts goes out twice, as when something on the way delivers it again. */
async function doubleActs(page: Page, on: number): Promise<void> {
  if (on === 0) return;
  await page.addInitScript(() => {
    const { tabs } = (
      globalThis as unknown as { chrome: { tabs: { sendMessage(...args: unknown[]): unknown } } }
    ).chrome;
    const send = tabs.sendMessage.bind(tabs);
    tabs.sendMessage = (...args: unknown[]) => {
      const acts = (args[1] as { type?: unknown } | undefined)?.type === 'act';
      const first = send(...args);
      return acts && args.length === 3 ? (send(...args) as Promise<unknown>).then(() => first) : first;
    };
  });
}

// The rest runs in the ticket's page; it sees nothing of this file.

function turnPage({ race, at, ticket }: { race: string; at: number[]; ticket: number }): void {
  interface Clickable {
    click(): void;
    getAttribute(name: string): string | null;
  }
  const { document, location } = globalThis as unknown as {
    document: { querySelector(selector: string): Clickable | null };
    location: { pathname: string };
  };
  for (const ms of at)
    setTimeout(() => {
      if (race === 'flips') document.querySelector('button[data-visibility][aria-pressed="false"]')?.click();
      else {
        const next = location.pathname.endsWith(String(ticket)) ? ticket + 1 : ticket;
        document.querySelector(`a[href="/tickets/${next}"]`)?.click();
      }
    }, ms);
}

function goBack(ticket: number): void {
  const { document, location } = globalThis as unknown as {
    document: { querySelector(selector: string): { click(): void } | null };
    location: { pathname: string };
  };
  if (!location.pathname.endsWith(String(ticket)))
    document.querySelector(`a[href="/tickets/${ticket}"]`)?.click();
}
