import { type FieldState, findField, type Observation } from '../../core/observation';
import type { Ports } from '../../core/ports';
import { shorten } from '../../core/text';
import { type AnyEffectTool, newMessages } from '../../core/tool';
import { type Patience, pause } from './patience';

/** A look once the helpdesk's own rules have had their time. */
export async function lookLater(ports: Ports, patience: Patience): Promise<Observation | null> {
  await pause(patience.rulesMs);
  const look = await ports.reader.look();
  return look.ok ? look.value : null;
}

/** What the helpdesk's own rules did after our write: the differences between two looks, less our own. Pure. */
export function rulesSeen(
  tool: AnyEffectTool,
  input: unknown,
  before: Observation,
  after: Observation,
): string[] {
  const own = tool.preview(input, before);
  const ownFields = own.ok ? own.value.map((c) => c.field) : [];
  const ownTags = own.ok ? own.value.flatMap((c) => (c.field === 'Tag' ? [c.before, c.after] : [])) : [];
  const words: string[] = [];
  for (const field of after.fields) {
    const was = findField(before, field.name, field.scope);
    if (!was || was.values.join('\n') === field.values.join('\n')) continue;
    if (field.kind === 'tags') words.push(...tagWords(was, field, ownTags));
    else if (!ownFields.includes(field.label)) {
      words.push(`${field.label} went from “${was.values[0] ?? ''}” to “${field.values[0] ?? ''}”.`);
    }
  }
  const messages = newMessages(before, after).filter((m) => m.role !== 'system');
  const expected = tool.makes ? 1 : 0;
  for (const m of messages.slice(expected)) words.push(`A message was added: “${shorten(m.text, 80)}”.`);
  return words;
}

function tagWords(was: FieldState, now: FieldState, own: (string | null)[]): string[] {
  const added = now.values.filter((t) => !was.values.includes(t) && !own.includes(t));
  const removed = was.values.filter((t) => !now.values.includes(t) && !own.includes(t));
  return [
    ...added.map((t) => `The tag “${t}” was added.`),
    ...removed.map((t) => `The tag “${t}” was removed.`),
  ];
}
