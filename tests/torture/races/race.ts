import type { WriteAnswer } from '../../../core/ports';
import { refuse } from '../../../core/result';
import type { FakeDesk } from '../../tools/desk';
import { engineFor, faultsOf } from '../kill';
import { openPanel, type Panel } from '../panel';
import { Random } from '../random';
import { oneTicket, World } from '../world';
import { inVirtualTime } from './clock';

/**
 * `navigation`: the page shows another ticket in between. `flips`: the reply box is turned from public to internal
 * and back. `faults`: the write, or its answer, is lost, late, doubled or cut off.
 */
export const RACES = ['navigation', 'flips', 'faults'] as const;
export type Race = (typeof RACES)[number];

const TOOLS: Record<Race, readonly string[]> = {
  navigation: ['add_tag', 'set_status', 'assign', 'add_note', 'send_reply', 'insert_draft'],
  flips: ['add_note', 'send_reply'],
  faults: ['add_tag', 'set_status', 'assign', 'add_note', 'send_reply'],
};

export interface RaceOutcome {
  race: Race;
  seed: number;
  tool: string;
  /** How often the page turned, or a message met a fault, while the action was on its way. */
  turns: number;
  effects: number;
  status: string;
  /** What must never be, in words; empty when all is well. */
  wrong: string[];
}

/** The moments of one walk are fewer than this; a turn beyond the last comes too late to matter. */
const MOMENTS = 40;

let races = 0;

/** One action against one seed. With `guarded: false` what stands against the race is switched off: the control. */
export function raceOnce(race: Race, seed: number, { guarded = true } = {}): Promise<RaceOutcome> {
  return inVirtualTime(() => run(race, seed, guarded));
}

async function run(race: Race, seed: number, guarded: boolean): Promise<RaceOutcome> {
  races += 1;
  const random = new Random(seed);
  const tool = TOOLS[race][random.below(TOOLS[race].length)] ?? 'add_note';
  const here = oneTicket(`race-${races}`);
  const other = oneTicket(`race-${races}`, '8');
  other.now.messages = other.now.messages.map((m) => ({ ...m, key: `other-${m.key}` }));
  const page = { shown: here, turns: 0, moment: 0, racing: false };
  const at = new Set(Array.from({ length: 1 + random.below(2) }, () => random.below(MOMENTS)));
  const step = (): void => {
    if (!page.racing) return;
    page.moment += 1;
    if (race === 'faults' || !at.has(page.moment)) return;
    page.turns += 1;
    if (race === 'navigation') page.shown = page.shown === here ? other : here;
    else turnBox(here);
  };
  const desk = racing(here, other, page, step, guarded);
  const world = new World(`race-${races}`, random, { pass: () => undefined, step }, desk);
  if (race === 'faults') spoil(world, here, random, page, guarded);
  let panel = await openPanel(world, engineFor(tool));
  await panel.agent.actions.setMode('Review');
  await panel.agent.actions.start();
  page.racing = true;
  await sign(panel, world, random, () => {
    page.shown = here;
  });
  page.racing = false;
  page.shown = here;
  // What was sent and is still on its way arrives before it is judged.
  await turns(200);
  if (race === 'faults' && random.below(2) === 0) {
    panel.die();
    panel = await openPanel(world, engineFor(tool));
  }
  const faults = await faultsOf(world, panel);
  const wrong = [
    ...other.effects.map((effect) => `on the other ticket: ${effect}`),
    ...mixedUp(tool, [...here.effects, ...other.effects]),
    ...faults.filter((fault) => RACE_FAULTS.test(fault)),
  ];
  const entries = await panel.store.entries();
  const status = entries.findLast((e) => /^action\.|approval\./.test(e.kind))?.kind ?? 'none';
  panel.die();
  // What was still being read comes to rest before its database goes.
  await turns(100);
  await panel.store.close();
  return { race, seed, tool, turns: page.turns, effects: world.effects, status, wrong };
}

async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
}

/** A panel that was not closed may have cards that wait, and their runs with them. */
const RACE_FAULTS = /^done \d+ times|^an effect that|^the log says/;

/** Signs the card, and once more when it was put back for another look. */
async function sign(panel: Panel, world: World, random: Random, goBack: () => void): Promise<void> {
  const { actions, store } = panel.agent;
  for (let clicks = 1 + random.below(4); clicks > 0; clicks--) {
    world.now += 1000;
    const card = store.getState().cards[0];
    if (!card) return;
    await actions.approve(card.id);
    if (random.below(4) > 0) await actions.sendNow(card.id);
    else await actions.cancelSend(card.id);
    goBack();
  }
}

function turnBox(desk: FakeDesk): void {
  const { composer } = desk.now;
  const visibility = composer.visibility === 'public' ? 'internal' : 'public';
  desk.now.composer = {
    ...composer,
    visibility,
    recipients: visibility === 'public' ? ['tamsin@mail.example'] : [],
  };
}

/** Two tickets in one page. It writes on what it shows, into the box as it stands, as a page does. */
function racing(
  here: FakeDesk,
  other: FakeDesk,
  page: { shown: FakeDesk },
  step: () => void,
  guarded: boolean,
): FakeDesk {
  const pass = () => null;
  const write = async (act: (desk: FakeDesk) => Promise<WriteAnswer>): Promise<WriteAnswer> => {
    // Menus open and editors take their time: the page may turn until the very task of the act.
    for (let i = 0; i < 3; i++) {
      await new Promise((resolve) => setImmediate(resolve));
      step();
    }
    return await act(page.shown);
  };
  const g = <T>(guard: T): T => (guarded ? guard : (pass as T));
  return {
    get now() {
      return page.shown.now;
    },
    set now(seen) {
      page.shown.now = seen;
    },
    get effects() {
      return [...here.effects, ...other.effects];
    },
    ports: {
      reader: { look: () => page.shown.ports.reader.look() },
      writer: {
        channel: 'page',
        setField: (field, value, guard) => write((d) => d.ports.writer.setField(field, value, g(guard))),
        addTag: (tag, guard) => write((d) => d.ports.writer.addTag(tag, g(guard))),
        removeTag: (tag, guard) => write((d) => d.ports.writer.removeTag(tag, g(guard))),
        post: (_wanted, body, guard) =>
          write((d) => {
            const stands = d.now.composer.visibility === 'internal' ? 'internal' : 'public';
            return d.ports.writer.post(stands, body, g(guard));
          }),
        removeMessage: (key, guard) => write((d) => d.ports.writer.removeMessage(key, g(guard))),
        insertDraft: (body, guard) => write((d) => d.ports.writer.insertDraft(body, g(guard))),
        restoreDraft: (restore, guard) => write((d) => d.ports.writer.restoreDraft(restore, g(guard))),
        operate: (...args) => page.shown.ports.writer.operate(...args),
      },
    },
  };
}

/** A note that went out as a reply, or a reply that stayed inside. */
function mixedUp(tool: string, effects: readonly string[]): string[] {
  const wanted = tool === 'add_note' ? 'internal: ' : tool === 'send_reply' ? 'public: ' : '';
  return effects
    .filter((effect) => !effect.startsWith(wanted))
    .map((effect) => `in the other voice: ${effect}`);
}

const FAULTS = ['answer dropped', 'late', 'doubled', 'cut before', 'cut after', 'page loaded anew'] as const;

/** What goes wrong with the one message that acts. */
function spoil(
  world: World,
  desk: FakeDesk,
  random: Random,
  page: { turns: number },
  guarded: boolean,
): void {
  const fault = FAULTS[random.below(FAULTS.length)];
  const pause = () => new Promise((resolve) => setTimeout(resolve, random.below(20_000)));
  world.forgetful = !guarded;
  if (fault === 'cut before' || fault === 'cut after') cutAnswers(desk, fault === 'cut after');
  world.wire = async (message, doc) => {
    if (message.type !== 'act') return await doc.ask(message);
    page.turns += 1;
    if (fault === 'late') await pause();
    if (fault === 'doubled') void doc.ask(message);
    const answer = await doc.ask(message);
    if (fault === 'late') await pause();
    if (fault === 'page loaded anew') {
      world.load();
      return refuse('no-answer');
    }
    return fault === 'answer dropped' ? refuse('no-answer') : answer;
  };
}

/** The helpdesk's own answer is lost, after it had done it or before. */
function cutAnswers({ ports }: FakeDesk, after: boolean): void {
  const { writer } = ports;
  const lost = { outcome: 'unknown', refusal: { code: 'no-answer' } } as const;
  const cut =
    <Args extends unknown[]>(write: (...args: Args) => Promise<WriteAnswer>) =>
    async (...args: Args): Promise<WriteAnswer> => {
      const answer = after ? await write(...args) : lost;
      return answer.outcome === 'refused' ? answer : lost;
    };
  ports.writer = {
    ...writer,
    setField: cut(writer.setField),
    addTag: cut(writer.addTag),
    post: cut(writer.post),
  };
}
