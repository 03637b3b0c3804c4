import type { ToolOffer } from '../../core/engine';
import type { KnowledgeStep } from '../../core/library';
import { type FieldState, findField, type Observation } from '../../core/observation';

/** Names of one and the same thing in different helpdesks, the safest first: closed is final in some of them. */
const SYNONYMS: string[][] = [
  [
    'solved',
    'resolved',
    'done',
    'completed',
    'closed',
    'résolu',
    'gelöst',
    'erledigt',
    'resuelto',
    'fermé',
    'geschlossen',
    'cerrado',
  ],
  [
    'pending',
    'waiting on customer',
    'waiting for customer',
    'awaiting customer reply',
    'awaiting reply',
    'waiting',
    'stalled',
    'on hold',
    'hold',
    'open on hold',
    'en attente',
    'wartend',
    'pendiente',
  ],
  ['open', 'in progress', 'active', 'reopened', 'ouvert', 'offen', 'abierto'],
  ['high', 'hoch', 'élevée', 'haute', 'alta', 'urgent', 'dringend'],
  ['low', 'niedrig', 'basse', 'faible', 'baja'],
  ['normal', 'medium', 'mittel', 'moyenne', 'media'],
];

const FIELD_OF: Partial<Record<KnowledgeStep['tool'], [field: string, argument: string]>> = {
  set_status: ['status', 'status'],
  set_priority: ['priority', 'priority'],
  assign: ['assignee', 'assignee'],
  add_tag: ['tags', 'tag'],
  remove_tag: ['tags', 'tag'],
};

export interface ResolvedStep {
  name: string;
  args: Record<string, string>;
  /** For people: `Set the status to “Solved”`. */
  words: string;
}

/** Whether a label means that the ticket is done. */
export function meansSolved(label: string): boolean {
  return SYNONYMS[0]?.includes(label.trim().toLowerCase()) ?? false;
}

/** The label on the page that means the wanted one: the same, the same but for case, or a synonym; else null. */
function matchLabel(wanted: string, options: readonly string[]): string | null {
  const low = wanted.trim().toLowerCase();
  const same = options.find((o) => o === wanted) ?? options.find((o) => o.trim().toLowerCase() === low);
  if (same !== undefined) return same;
  const family = SYNONYMS.find((names) => names.includes(low)) ?? [];
  for (const name of family) {
    const found = options.find((o) => o.trim().toLowerCase() === name);
    if (found !== undefined) return found;
  }
  return null;
}

/** A step in the labels of this very page; null when it cannot be done here, is not offered, or is so already. */
export function resolveStep(
  step: KnowledgeStep,
  seen: Observation,
  tools: readonly ToolOffer[],
): ResolvedStep | null {
  if (!tools.some((t) => t.name === step.tool)) return null;
  const [name, argument] = FIELD_OF[step.tool] ?? [step.field ?? '', 'value'];
  const field = name === 'tags' ? tagField(seen) : findField(seen, name);
  if (!field?.writable) return null;
  const label = labelFor(step, field);
  if (label === null) return null;
  const words = wordsFor(step, field, label);
  if (step.tool === 'set_field')
    return { name: step.tool, args: { field: field.label || field.name, value: label }, words };
  return { name: step.tool, args: { [argument]: label }, words };
}

function tagField(seen: Observation): FieldState | undefined {
  return findField(seen, 'tags') ?? seen.fields.find((f) => f.scope === 'record' && f.kind === 'tags');
}

function labelFor(step: KnowledgeStep, field: FieldState): string | null {
  const has = field.values.find((v) => v.trim().toLowerCase() === step.value.trim().toLowerCase());
  if (step.tool === 'remove_tag') return has ?? null;
  if (step.tool === 'add_tag' && has !== undefined) return null;
  // Without the list on the page a choice would be a guess; a text or a tag may be anything.
  if (field.options === null) return field.kind === 'choice' || field.kind === 'flag' ? null : step.value;
  const label = matchLabel(step.value, field.options);
  return label === null || field.values.includes(label) ? null : label;
}

function wordsFor(step: KnowledgeStep, field: FieldState, label: string): string {
  if (step.tool === 'add_tag') return `Add the tag “${label}”`;
  if (step.tool === 'remove_tag') return `Remove the tag “${label}”`;
  if (step.tool === 'assign') return `Assign to “${label}”`;
  return `Set ${(field.label || field.name).toLowerCase()} to “${label}”`;
}
