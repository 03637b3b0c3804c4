import type { Binding } from '../core/binding';
import { markupToText } from '../core/markup';
import { findField, type Observation, RECIPIENTS } from '../core/observation';
import { reasonWords } from '../core/reasons';
import type { RecordRef } from '../core/record';
import type { Refusal } from '../core/result';
import { shorten } from '../core/text';
import { type AnyCompoundTool, type AnyEffectTool, type Change, isEffect } from '../core/tool';
import type { EffectClass } from '../core/words';
import type { Judgement } from '../policy/judge';
import type { Conflict } from './conflict';
import type { PageAddress } from './deps';
import type { CardPartView, CardStatus, CardView } from './view';

/** Cards may be used this long after they changed, so that a click meant for the old card does not hit. Ms. */
export const ARMING_MS = 600;

/** A proposal and all it is bound to. The view is made from it; nothing in the view is read back. */
export interface Card {
  actionId: string;
  runId: string;
  tool: AnyEffectTool | AnyCompoundTool;
  input: Record<string, unknown>;
  origin: 'model' | 'person' | 'undo';
  /** The actions it is made of, in order; none for an action of one hand. Signed and run together, logged each. */
  parts: Card[];
  /** The action it is a part of. */
  partOf: string | null;
  /** The action this one takes back. */
  undoes: string | null;
  seen: Observation;
  binding: Binding;
  class: EffectClass;
  changes: Change[];
  judgement: Judgement;
  warnings: string[];
  page: PageAddress;
  sessionAllowed: boolean;
  status: CardStatus;
  marked: string[];
  notice: string | null;
  armedAt: number;
  holdEndsAt: number | null;
  /** A person changed the input. */
  edited: boolean;
  /** The second click of a card that asks for one was given. */
  confirmed: boolean;
  /** Set on an undo: the values that somebody changed since. */
  conflicts?: Conflict[];
}

export function viewOf(card: Card): CardView {
  const { tool, input, seen, binding } = card;
  const body = typeof input.body === 'string' && tool.editable === 'body' ? input.body : null;
  return {
    id: card.actionId,
    tool: tool.name,
    title: tool.title(input),
    class: card.class,
    channel: binding.channel,
    account: binding.account,
    recordWords: recordWords(seen),
    changes: body === null && card.parts.length === 0 ? card.changes : [],
    body,
    visibility: visibilityOf(card),
    recipients: [card, ...card.parts].flatMap((c) =>
      c.tool.makes === 'agent' ? recipientsOf(c.seen, c.binding) : [],
    ),
    parts: card.parts.map((part) => partView(part)),
    editable: editableOf(card),
    conflicts: conflictsView(card),
    undoWords: undoWords(card),
    server: serverWords(card),
    money: tool.custom?.money?.words(input) ?? null,
    confirms: card.judgement.verdict === 'confirm',
    warnings: card.warnings,
    status: card.status,
    marked: card.marked,
    notice: card.notice ?? alsoInBox(card),
    armedAt: card.armedAt,
    holdEndsAt: card.holdEndsAt,
  };
}

/** A part as the card lists it: what exactly will change, and how it went. */
function partView(part: Card): CardPartView {
  const { id, title, changes, body, class: effectClass, channel, status, notice } = viewOf(part);
  return { id, title, changes, body, class: effectClass, channel, status, notice };
}

function visibilityOf({ tool, parts }: Card): CardView['visibility'] {
  const makes = [tool, ...parts.map((part) => part.tool)].map((one) => one.makes);
  return makes.includes('agent') ? 'public' : makes.includes('note') ? 'internal' : null;
}

/** It waits in the panel before it leaves: it is, or holds, a message that cannot be unsent. */
export function isHeld({ tool, parts }: Card): boolean {
  return (tool.class === 'R4' && tool.held) || parts.some(isHeld);
}

function conflictsView(card: Card): CardView['conflicts'] {
  return (card.conflicts ?? []).map((conflict) => {
    const { id, field, before, ours, choice } = conflict;
    const seen = card.parts.find((part) => part.actionId === id)?.seen ?? card.seen;
    return { id, field, before, ours, now: conflict.now(seen), choice };
  });
}

export function recordWords(seen: Observation): string {
  if (seen.record.type === 'document') return seen.title || 'This page';
  const kind = seen.record.type === 'ticket' ? 'Ticket' : 'Contact';
  return `${kind} ${seen.record.id}${seen.subject ? `: ${seen.subject}` : ''}`;
}

/** Over an API a reply goes to whom the helpdesk says, else to the requester; through the page to whom the reply box names. */
export function recipientsOf(seen: Observation, binding: Pick<Binding, 'channel'>): string[] {
  const requester = seen.requester ? [seen.requester.email || seen.requester.name] : [];
  if (binding.channel !== 'page') return findField(seen, RECIPIENTS)?.values ?? requester;
  if (seen.composer.recipients.length === 0) return requester;
  return seen.composer.recipients;
}

/** Recipients that are not the requester. */
export function newRecipients(seen: Observation, recipients: readonly string[]): string[] {
  const known = [seen.requester?.email, seen.requester?.name].filter(Boolean).map((s) => s?.toLowerCase());
  return recipients.filter((r) => !known.includes(r.toLowerCase()));
}

/** A message through the page goes out with what stands in the box: the signature, or words typed before. */
function alsoInBox({ tool, input, seen, binding }: Card): string | null {
  if (
    !(tool.makes === 'agent' || tool.makes === 'note') ||
    binding.channel !== 'page' ||
    !seen.composer.present
  )
    return null;
  const ours = typeof input.body === 'string' ? markupToText(input.body) : '';
  const text = seen.composer.text.trim();
  const rest = text.startsWith(ours.trim()) ? text.slice(ours.trim().length).trim() : text;
  return rest === '' ? null : `Also in the box, and sent with it: “${shorten(rest, 200)}”`;
}

/** Where a tool of a file goes, and as whom: not to the helpdesk. */
function serverWords({ tool }: Card): string | null {
  if (!tool.custom) return null;
  const { host, identity } = tool.custom;
  return identity === '' ? `Goes to ${host}, without a key.` : `Goes to ${host}, as ${identity}.`;
}

function editableOf({ tool, input, seen }: Card): CardView['editable'] {
  const key = tool.editable;
  if (key === null || !isEffect(tool)) return null;
  if (tool.custom) return { value: tool.custom.toText(input), options: null, multiline: false };
  const { touches } = tool;
  const field = touches.what === 'field' ? findField(seen, touches.named(input), touches.scope) : undefined;
  const choices = touches.what === 'field' && touches.choices === 'values' ? field?.values : field?.options;
  return { value: String(input[key as string] ?? ''), options: choices ?? null, multiline: key === 'body' };
}

function undoWords(card: Card): string {
  const { tool, changes } = card;
  if (card.parts.length > 0) {
    const final = card.parts.find((part) => part.tool.class === 'R4');
    return final
      ? `${undoWords(final)} Its other steps can be taken back one by one.`
      : 'Undo takes back every step, the last one first. Rules of the helpdesk may have run by then.';
  }
  if (tool.custom && tool.class !== 'R4') return tool.custom.undoWords;
  if (tool.class === 'R4') return `Cannot be undone. ${tool.irreversible}`;
  if (card.class === 'R1') return 'Undo puts the box back exactly as it was.';
  if (card.class === 'R3')
    return 'Cannot be removed afterwards; undo adds a visible “please disregard” note.';
  const before = changes[0]?.before;
  const back = tool.makes
    ? 'Undo removes it again.'
    : before
      ? `Undo puts “${before}” back.`
      : 'Undo takes it away again.';
  return `${back} Rules of the helpdesk may have run by then.`;
}

export function noticeOf(refusal: Refusal): string {
  return reasonWords(refusal.code, refusal.detail);
}

/** `data` of every fact about an action: the contract's fields, and no customer text. */
export function actionData(card: Card): {
  actionId: string;
  tool: string;
  class: EffectClass;
  record: { site: string; type: RecordRef['type']; id: string; host: string };
  account: string;
  channel: Binding['channel'];
} & Record<string, import('../core/entry').JsonValue> {
  const { site, type, id, host } = card.binding.record;
  return {
    actionId: card.actionId,
    tool: card.tool.name,
    class: card.class,
    record: { site, type, id, host },
    account: card.binding.account,
    channel: card.binding.channel,
    ...customData(card),
    ...(card.undoes ? { undoes: card.undoes } : {}),
    ...(card.partOf ? { partOf: card.partOf } : {}),
    ...(card.parts.length > 0 ? { parts: card.parts.map((part) => part.actionId) } : {}),
  };
}

/** Server, identity and amount of a tool of a file: what its ceiling is counted by, and no customer text. */
function customData({ tool, input }: Card): Record<string, import('../core/entry').JsonValue> {
  const { custom } = tool;
  if (!custom) return {};
  const amount = custom.money?.amount(input) ?? null;
  return {
    server: custom.host,
    identity: custom.identity,
    file: custom.digest,
    ...(amount === null ? {} : { amount, amountWords: custom.money?.words(input) ?? '' }),
  };
}

/** The change as contents `before` and `after`: a list of fields and values, as JSON text. */
export function changeContents(
  changes: readonly Change[],
): Record<string, { mediaType: string; text: string }> {
  const side = (pick: (c: Change) => string | null) => ({
    mediaType: 'application/json',
    text: JSON.stringify(changes.map((c) => ({ field: c.field, value: pick(c) }))),
  });
  return { before: side((c) => c.before), after: side((c) => c.after) };
}
