import { Random } from '../random';

/**
 * `navigation`: the page shows another ticket in between. `flip`: the reply box is turned from a reply to a note and
 * back. `fault`: the write, or its answer, is lost, late or delivered twice.
 */
export const KINDS = ['navigation', 'flip', 'fault'] as const;
export type Kind = (typeof KINDS)[number];

/** Pages on which races run: the demo helpdesk, and one with another editor and another way to turn its box. */
export type StageName = 'demo-desk' | 'freescout';

export type RaceTool =
  | 'add_tag'
  | 'set_status'
  | 'set_priority'
  | 'assign'
  | 'set_field'
  | 'add_note'
  | 'send_reply'
  | 'insert_draft';

/** What the page hears of an act, in its own world: the turn comes in the very task in which it hears of it. */
export type Sign = 'focusin' | 'input' | 'change' | 'click' | 'words in the box' | 'request leaves';

const OF_MESSAGES: readonly Sign[] = ['words in the box', 'click', 'request leaves'];
const OF_CHOICES: readonly Sign[] = ['input', 'change', 'request leaves'];
const SIGNS: Record<RaceTool, readonly Sign[]> = {
  add_tag: ['focusin', 'input', 'click', 'request leaves'],
  set_status: OF_CHOICES,
  set_priority: OF_CHOICES,
  assign: OF_CHOICES,
  set_field: ['focusin', 'input', 'change', 'request leaves'],
  add_note: OF_MESSAGES,
  send_reply: OF_MESSAGES,
  insert_draft: ['words in the box'],
};

/** When the page turns: so long after the click of the person, or at a sign of the act, or when the desk is asked. */
export type Turn =
  | { by: 'time'; ms: number }
  | { by: 'sign'; sign: Sign; nth: number }
  | { by: 'desk'; nth: number };

export interface FaultPlan {
  name: 'answer cut off' | 'cut off before it is done' | 'delivered twice' | 'answer late';
  delayMs: number;
}

export interface RacePlan {
  kind: Kind;
  number: number;
  stage: StageName;
  /** Over the page's session, or its own controls. */
  session: boolean;
  /** The desk keeps connections open, as most servers do. */
  keepAlive: boolean;
  tool: RaceTool;
  turns: Turn[];
  fault: FaultPlan | null;
  /** Of a reply: the click after which the time is counted. */
  after: 'Approve and run' | 'Send now';
  /** The person comes back to a send that waits for them, and sends it; else it is cancelled. */
  sendsAfterAll: boolean;
}

const TOOLS: Record<Kind, readonly RaceTool[]> = {
  navigation: [
    'add_tag',
    'set_status',
    'set_priority',
    'assign',
    'set_field',
    'add_note',
    'send_reply',
    'insert_draft',
  ],
  flip: ['add_note', 'send_reply'],
  fault: ['add_tag', 'set_status', 'set_priority', 'assign', 'set_field', 'add_note', 'send_reply'],
};

/** From the click until the desk has it takes about half of this on an idle machine. Ms. */
const WINDOW_MS = 600;

/** The same number and seed, the same race. */
export function planOf(kind: Kind, number: number, seed: number): RacePlan {
  const random = new Random(seed * 7919 + KINDS.indexOf(kind) * 104_729 + number * 31);
  const pick = <T>(all: readonly T[]): T => all[random.below(all.length)] as T;
  // every third flip is on the other page, so that both carry many
  const stage = kind === 'flip' && number % 3 === 2 ? 'freescout' : 'demo-desk';
  const session = random.below(2) === 0;
  const tool = pick(TOOLS[kind]);
  return {
    kind,
    number,
    stage,
    session,
    keepAlive: kind === 'fault' && random.below(2) === 0,
    tool,
    turns: kind === 'fault' ? [] : turnsOf(random, kind, session, tool),
    fault: kind === 'fault' ? faultOf(random) : null,
    after: random.below(2) === 0 ? 'Approve and run' : 'Send now',
    sendsAfterAll: random.below(2) === 0,
  };
}

function turnsOf(random: Random, kind: Kind, session: boolean, tool: RaceTool): Turn[] {
  const count = 1 + random.below(kind === 'flip' ? 3 : 2);
  return Array.from({ length: count }, (): Turn => {
    const roll = random.below(10);
    if (roll < 5) return { by: 'time', ms: random.below(WINDOW_MS) };
    // over the session the page hears nothing of the act, but the desk is asked
    if (session) return { by: 'desk', nth: 1 + random.below(6) };
    const signs = SIGNS[tool];
    const sign = signs[random.below(signs.length)] ?? 'input';
    return { by: 'sign', sign, nth: 1 };
  });
}

function faultOf(random: Random): FaultPlan {
  const roll = random.below(10);
  const delayMs = random.below(800);
  if (roll < 6) return { name: 'answer cut off', delayMs };
  if (roll < 8) return { name: 'cut off before it is done', delayMs };
  if (roll < 9) return { name: 'delivered twice', delayMs: 0 };
  return { name: 'answer late', delayMs: 500 + random.below(2_000) };
}

/** Races of one lane share a page, a desk and a panel. */
export const laneOf = ({ stage, session, keepAlive }: RacePlan): string =>
  [stage, session ? 'session' : 'page', keepAlive ? 'keep-alive' : ''].join(' ').trim();
