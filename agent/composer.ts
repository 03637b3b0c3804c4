import type { Observation } from '../core/observation';
import { sameRecord } from '../core/record';
import { ok, type Result, refuse } from '../core/result';
import { isEffect, needsOpenBox } from '../core/tool';
import { lackOf } from '../tools/parts/abilities';
import type { Card } from './card';
import type { Context } from './context';
import type { PageAddress } from './deps';
import { lookAt } from './look';

const OPEN_MS = 8_000;
const LOAD_MS = 30_000;
const POLL_MS = 150;

/**
 * Sees to it that the box a card writes into is there, by a click or by loading the composer's own page.
 * Opening a box changes nothing in the helpdesk, so it comes before the card is looked at and signed.
 */
export async function openBox(context: Context, card: Card): Promise<Result<null>> {
  const { tool } = card;
  if (needsNoBox(card)) return ok(null);
  const wanted = visibilityOf(card);
  const fits = (seen: Observation) => boxStands(card, seen);
  const now = await lookAtRecord(context, card.page, card);
  if (!now.ok) return now;
  if (fits(now.value)) return ok(null);
  if (now.value.composer.present && now.value.composer.text.trim() !== '' && !now.value.composer.openable) {
    return refuse('wrong-visibility');
  }
  const answer = await context.deps.pages.ask(card.page, { type: 'open-composer', visibility: wanted });
  if (!answer.ok) return answer;
  if (answer.value.type === 'refused') return { ok: false, refusal: answer.value.refusal };
  if (answer.value.type !== 'opened') return refuse('no-answer');
  if (answer.value.navigates !== null) {
    const url = new URL(answer.value.navigates, now.value.url).href;
    const page = await load(context, card, url);
    if (!page.ok) return page;
    card.page = page.value;
  }
  // Some helpdesks ask their server who would get it, and show that only then.
  const addressed = (seen: Observation) => tool.class !== 'R4' || seen.composer.recipients.length > 0;
  const opened = await waitFor(context, card, fits, addressed);
  if (!opened.ok) return opened;
  // That the box is another one now is our own doing; who is in it beside the requester, policy asks about anew.
  card.seen = { ...card.seen, composer: opened.value.composer };
  return ok(null);
}

const needsNoBox = ({ binding, tool }: Card): boolean =>
  binding.channel !== 'page' || !binding.composer || needsOpenBox(tool);

const visibilityOf = ({ tool }: Card) => (tool.makes === 'note' ? 'internal' : 'public');

/** What a card writes into is there, as seen in this look. */
export function boxStands(card: Card, { composer }: Observation): boolean {
  if (needsNoBox(card)) return true;
  const fits = composer.visibility === visibilityOf(card);
  return composer.present && (fits || (card.tool.class === 'R1' && !isNoteBox(composer)));
}

/** A draft is for the customer: where the box can be turned to a reply, it does not go into a note. */
const isNoteBox = ({ visibility, openable }: Observation['composer']): boolean =>
  visibility === 'internal' && openable;

/** The run survives the page load; the approval is given for the new document only. */
async function load(context: Context, card: Card, url: string): Promise<Result<PageAddress>> {
  const { tabs, pages } = context.deps;
  await tabs.load(card.page.tabId, url);
  if (!(await tabs.settled(card.page.tabId, LOAD_MS))) return refuse('no-page');
  return await pages.attach(card.page.tabId);
}

async function waitFor(
  context: Context,
  card: Card,
  fits: (seen: Observation) => boolean,
  isWhole: (seen: Observation) => boolean,
): Promise<Result<Observation>> {
  const deadline = context.deps.clock.now() + OPEN_MS;
  for (;;) {
    const look = await lookAtRecord(context, card.page, card);
    const late = context.deps.clock.now() > deadline;
    // the box of those who lack the right is set to nothing, however long one waits
    const lack = look.ok && isEffect(card.tool) ? lackOf(card.tool, look.value) : null;
    if (lack) return { ok: false, refusal: lack };
    if (look.ok && fits(look.value) && (isWhole(look.value) || late)) return look;
    if (!look.ok && look.refusal.code === 'other-record') return look;
    if (late) {
      return look.ok && look.value.composer.present ? refuse('wrong-visibility') : refuse('no-composer');
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function lookAtRecord(context: Context, page: PageAddress, card: Card): Promise<Result<Observation>> {
  const eyes = { channel: 'page' as const, record: null, sessionAllowed: card.sessionAllowed };
  const look = await lookAt(context.deps, page, eyes);
  if (!look.ok) return look;
  return sameRecord(look.value.seen.record, card.binding.record)
    ? ok(look.value.seen)
    : refuse('other-record', `Expected ${card.binding.record.id}; open is ${look.value.seen.record.id}.`);
}
