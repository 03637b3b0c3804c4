import type { KnowledgeItem, MacroStep } from '../core/knowledge';
import type { Blanks } from '../core/library';
import type { Macro } from '../core/macro';
import { fillBlanks } from './offline/fill-blanks';

/**
 * The person's own macros as calls of tools. Blanks are filled from the ticket; a sentence with a blank that nothing
 * fills is left out. A macro that sends its text says so with a step; otherwise its text goes into the reply box.
 */
export function ownMacros(items: readonly KnowledgeItem[], blanks: Blanks): Macro[] {
  const macros = new Map<string, Macro>();
  for (const item of items) {
    if (item.kind !== 'macro' || macros.has(item.title)) continue;
    const { text } = fillBlanks(item.text, blanks);
    const steps = item.steps.map((step) => partOf(step, blanks));
    const draft = text.trim() === '' ? [] : [{ tool: 'insert_draft', input: { body: text } }];
    macros.set(item.title, { label: item.title, origin: 'own', parts: [...steps, ...draft], unclear: null });
  }
  return [...macros.values()];
}

const ARGUMENT: Record<MacroStep['tool'], string> = {
  set_status: 'status',
  set_priority: 'priority',
  assign: 'assignee',
  add_tag: 'tag',
  remove_tag: 'tag',
  set_field: 'value',
  add_note: 'body',
  send_reply: 'body',
};

function partOf({ tool, value, field }: MacroStep, blanks: Blanks): Macro['parts'][number] {
  const isText = tool === 'add_note' || tool === 'send_reply';
  const filled = isText ? fillBlanks(value, blanks).text : value;
  return { tool, input: { ...(field === undefined ? {} : { field }), [ARGUMENT[tool]]: filled } };
}
