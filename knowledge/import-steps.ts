import type { KnowledgeStep } from '../core/library';

const TOOLS: Record<string, KnowledgeStep['tool']> = {
  set_status: 'set_status',
  status: 'set_status',
  set_priority: 'set_priority',
  priority: 'set_priority',
  assign: 'assign',
  assignee: 'assign',
  add_tag: 'add_tag',
  tag: 'add_tag',
  remove_tag: 'remove_tag',
  untag: 'remove_tag',
  set_field: 'set_field',
  field: 'set_field',
  note: 'add_note',
  add_note: 'add_note',
  reply: 'send_reply',
  send_reply: 'send_reply',
};

/** Reads `status=Pending; tag=refund; field:Product=Shoes`, or says what is wrong with it. */
export function readSteps(text: string): { steps: KnowledgeStep[] } | { flaw: string } {
  const steps: KnowledgeStep[] = [];
  for (const part of text.split(/[;\n]/).map((p) => p.trim())) {
    if (part === '') continue;
    const match = /^(\w+)\s*(?::\s*([^=]+?)\s*)?=\s*(.+)$/.exec(part);
    const word = match?.[1]?.toLowerCase() ?? '';
    const tool = Object.hasOwn(TOOLS, word) ? TOOLS[word] : undefined;
    const value = match?.[3];
    if (!tool || value === undefined)
      return {
        flaw: `the step “${part.slice(0, 40)}” is not known; write for example status=Pending or tag=refund`,
      };
    const field = match?.[2];
    if ((tool === 'set_field') !== (field !== undefined))
      return { flaw: `the step “${part.slice(0, 40)}” must name its field: field:Product=Shoes` };
    steps.push(field === undefined ? { tool, value } : { tool, value, field });
  }
  return { steps };
}

export const readKeywords = (text: string): string[] =>
  text
    .split(/[,;|\n]/)
    .map((k) => k.trim())
    .filter((k) => k !== '');
