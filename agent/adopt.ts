import { conversationOf } from '../core/binding';
import type { FieldState, Observation } from '../core/observation';
import { sameRecord } from '../core/record';
import type { Card } from './card';
import type { Context } from './context';
import { eyesOf } from './custom/draw';
import { lookThrough } from './look';

/**
 * After an action of ours: what it changed, and what the helpdesk's rules did because of it, is no change by
 * somebody else. The other cards of this record take it over, so that they need no second click for it.
 */
export async function adoptOwn(context: Context, done: Card): Promise<void> {
  const others = [...context.workspaces.values()]
    .flatMap((w) => w.cards.flatMap((c) => [c, ...c.parts]))
    .filter((c) => c !== done && OPEN.has(c.status) && sameRecord(c.binding.record, done.binding.record));
  if (others.length === 0) return;
  const { page, seen, sessionAllowed } = done;
  const look = await lookThrough(
    context.deps,
    { page, seen, sessionAllowed },
    eyesOf(done.tool, done.binding.channel),
  );
  if (look.ok) for (const card of others) adopt(card, seen, look.value);
}

const OPEN = new Set<Card['status']>(['proposed', 'changed', 'confirm', 'running', 'held', 'paused']);

/** `before` was read right before the act and `after` right after it: what differs between them came from it. */
function adopt(card: Card, before: Observation, after: Observation): void {
  const seen = merge(card.seen, before, after);
  const moved = new Set(changedFields(before, after).map(keyOf));
  card.seen = seen;
  card.binding = {
    ...card.binding,
    conversation: conversationOf(seen),
    values: card.binding.values.map((v) =>
      moved.has(keyOf(v))
        ? { ...v, values: seen.fields.find((f) => keyOf(f) === keyOf(v))?.values ?? v.values }
        : v,
    ),
  };
}

/** The card's own look, with the differences put in; what differed from it before stays a difference. */
export function merge(own: Observation, before: Observation, after: Observation): Observation {
  const moved = new Map(changedFields(before, after).map((f) => [keyOf(f), f]));
  const known = new Set([...before.messages, ...own.messages].map((m) => m.key));
  const fields = own.fields.map((field): FieldState => {
    const was = before.fields.find((f) => keyOf(f) === keyOf(field));
    const now = moved.get(keyOf(field));
    return now && was && same(was, field) ? { ...field, values: now.values } : field;
  });
  return { ...own, fields, messages: [...own.messages, ...after.messages.filter((m) => !known.has(m.key))] };
}

function changedFields(before: Observation, after: Observation): FieldState[] {
  return after.fields.filter((field) => {
    const was = before.fields.find((f) => keyOf(f) === keyOf(field));
    return was !== undefined && !same(was, field);
  });
}

const keyOf = (f: { scope: string; name: string }): string => JSON.stringify([f.scope, f.name]);
const same = (a: FieldState, b: FieldState): boolean => a.values.join('\n') === b.values.join('\n');
