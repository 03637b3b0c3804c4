import { markupToText } from '../../core/markup';
import { type FieldState, findField, type Observation } from '../../core/observation';
import type { Guard, Ports, WriteAnswer } from '../../core/ports';
import { ok, type Refusal } from '../../core/result';
import { message, ticket } from './ticket';

/** How this helpdesk behaves beside doing as it is told. */
export interface Behaviour {
  /** Happens between the last look and the act: a colleague, the page itself. */
  meanwhile?: (live: Observation) => void;
  /** The helpdesk's own rules, after a write. */
  rules?: (live: Observation) => void;
  /** What the writer answers instead of the truth; the effect takes place all the same when `acts` is set. */
  answers?: WriteAnswer;
  acts?: boolean;
  /** How many looks it takes until the effect shows. */
  shownAfter?: number;
  /** What the page says against it, once it was told to write. */
  complaint?: string;
  /** Looks that fail, by their number from 0. */
  blind?: (look: number) => Refusal | null;
}

export interface FakeDesk {
  /** What the helpdesk holds now. */
  now: Observation;
  ports: Ports;
  /** Everything that was really done, in order. */
  effects: string[];
}

/** A helpdesk in memory: looks are copies, writes ask the guard with the live record and then do as told. */
export function fakeDesk(start: Observation = ticket(), behaviour: Behaviour = {}): FakeDesk {
  const desk: FakeDesk = { now: start, effects: [], ports: undefined as unknown as Ports };
  let looks = 0;
  let wrote = false;
  const lag: { shown: Observation | null; left: number } = { shown: null, left: behaviour.shownAfter ?? 0 };

  const write = async (
    guard: Guard,
    effect: string,
    change: () => Partial<WriteAnswer & { outcome: 'accepted' }>,
  ) => {
    behaviour.meanwhile?.(desk.now);
    wrote = true;
    const refusal = guard(structuredClone(desk.now));
    if (refusal) return { outcome: 'refused', refusal } as const;
    if (behaviour.answers && !behaviour.acts) return behaviour.answers;
    lag.shown ??= structuredClone(desk.now);
    desk.effects.push(effect);
    const extra = change();
    behaviour.rules?.(desk.now);
    return behaviour.answers ?? ({ outcome: 'accepted', ...extra } as const);
  };
  const field = (name: string, scope: FieldState['scope'] = 'record'): FieldState => {
    const found = findField(desk.now, name, scope);
    if (!found) throw new Error(`the fake desk has no field ${name}`);
    return found;
  };

  desk.ports = {
    reader: {
      complaint: () => (behaviour.complaint && wrote ? behaviour.complaint : null),
      look: async () => {
        const refusal = behaviour.blind?.(looks++);
        if (refusal) return { ok: false, refusal };
        if (lag.shown && lag.left-- > 0) return ok(structuredClone(lag.shown));
        return ok(structuredClone(desk.now));
      },
    },
    writer: {
      channel: 'page',
      setField: ({ scope, name }, value, guard) =>
        write(guard, `${scope}.${name} = ${value}`, () => {
          field(name, scope).values = value === '' ? [] : [value];
          return {};
        }),
      addTag: (tag, guard) =>
        write(guard, `+${tag}`, () => {
          field('tags').values.push(tag);
          return {};
        }),
      removeTag: (tag, guard) =>
        write(guard, `-${tag}`, () => {
          field('tags').values = field('tags').values.filter((t) => t !== tag);
          return {};
        }),
      post: (visibility, body, guard) =>
        write(guard, `${visibility}: ${body}`, () => {
          const key = `m${desk.now.messages.length + 1}`;
          desk.now.messages.push(
            message(key, visibility === 'public' ? 'agent' : 'note', markupToText(body)),
          );
          return { messageKey: key };
        }),
      operate: (operation, given, guard) =>
        write(guard, `${operation} ${Object.values(given).join(', ')}`, () => {
          if (operation.startsWith('remove-')) {
            desk.now.messages = desk.now.messages.filter((m) => m.key !== given.messageKey);
            return {};
          }
          const key = `m${desk.now.messages.length + 1}`;
          const words = Object.entries(given).flatMap(([name, v]) =>
            name === 'minutes' ? `${v} min` : (v ?? []),
          );
          desk.now.messages.push(message(key, operation === 'task' ? 'task' : 'call', words.join('\n')));
          return { messageKey: key };
        }),
      removeMessage: (key, guard) =>
        write(guard, `remove ${key}`, () => {
          desk.now.messages = desk.now.messages.filter((m) => m.key !== key);
          return {};
        }),
      insertDraft: (body, guard) =>
        write(guard, `draft: ${body}`, () => {
          const before = desk.now.composer.text;
          const after = `${markupToText(body)}\n${before}`;
          desk.now.composer = { ...desk.now.composer, present: true, text: after };
          return { restore: JSON.stringify({ before, after }), before, after };
        }),
      restoreDraft: (restore, guard) =>
        write(guard, 'restore draft', () => {
          const { before, after } = JSON.parse(restore) as { before: string; after: string };
          desk.now.composer.text = before;
          return { before: after, after: before };
        }),
    },
  };
  return desk;
}
