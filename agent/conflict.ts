import { markupToText } from '../core/markup';
import { type FieldState, findField, type Observation } from '../core/observation';
import { lettersOf } from '../core/text';
import type { AnyEffectTool, Change, ReceiptView } from '../core/tool';

/** A value that we wrote and that somebody changed since. */
export interface Conflict {
  /** The action that would put it back: the card, or a part of it. */
  id: string;
  field: string;
  /** What an undo would put back. */
  before: string | null;
  /** What we left there. */
  ours: string | null;
  /** What it is, read off a look at the record; null when it cannot be seen any more. */
  now(seen: Observation): string | null;
  /** Which of the two shall stand: what was there before us, or what is there now. */
  choice: 'before' | 'now';
}

/** Null when what we wrote still stands there, so that putting back what was before overwrites nobody. */
export function conflictOf(
  id: string,
  { touches }: AnyEffectTool,
  receipt: ReceiptView<Record<string, unknown>>,
  seen: Observation,
): Conflict | null {
  const change = receipt.before[0];
  const conflict = change ? sidesOf(touches, change, receipt.messageKey, seen) : null;
  const now = conflict?.now(seen) ?? null;
  if (!conflict || now === null || conflict.isOurs(now)) return null;
  const { isOurs: _, ...sides } = conflict;
  return { ...sides, id, choice: 'before' };
}

type Sides = Omit<Conflict, 'id' | 'choice'> & { isOurs(now: string): boolean };

function sidesOf(
  touches: AnyEffectTool['touches'],
  change: Change,
  key: string | null,
  seen: Observation,
): Sides | null {
  if (touches.what === 'field') return ofField(change, touches.scope, seen);
  return touches.what === 'message' ? ofMessage(change, key) : null;
}

function ofField(change: Change, scope: FieldState['scope'], seen: Observation): Sides | null {
  const { field, before, after } = change;
  // A tag is added or removed by itself; whether it is there is looked at when the card is drawn.
  if (after === null || findField(seen, field, scope)?.kind === 'tags') return null;
  const now = (look: Observation) => findField(look, field, scope)?.values.join(', ') ?? null;
  return { field, before, ours: after, now, isOurs: (value) => value === after };
}

function ofMessage(change: Change, key: string | null): Sides {
  const ours = markupToText(change.after ?? '');
  const now = (look: Observation) => look.messages.find((m) => m.key === key)?.text ?? null;
  // The helpdesk lays it out anew, so it is the letters that count.
  const isOurs = (text: string) => lettersOf(text) === lettersOf(ours);
  return { field: change.field, before: null, ours, now, isOurs };
}
