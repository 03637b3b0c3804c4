import { expect, test } from 'vitest';
import type { Macro } from '../../core/macro';
import { isCompound, isEffect } from '../../core/tool';
import tool from '../../tools/apply-macro';
import { findTool } from '../../tools/registry';
import { expectStrictInput, PROTOTYPE_NAMES } from './support';

const macro = (label: string, change: Partial<Macro> = {}): Macro => ({
  label,
  origin: 'own',
  parts: [{ tool: 'add_tag', input: { tag: 'vip' } }],
  unclear: null,
  ...change,
});
const codeOf = (label: string, macros: Macro[]) => {
  const parts = tool.parts({ macro: label }, { macros, articles: [] });
  return parts.ok ? parts.value : parts.refusal.code;
};

test('takes the label of a macro and nothing else', () => {
  expectStrictInput('apply_macro', { macro: 'Refund' });
});

test('has no hand of its own: it is made of calls of others', () => {
  expect(isCompound(tool)).toBe(true);
  expect(isEffect(tool)).toBe(false);
  for (const key of ['commit', 'verify', 'compensate']) expect(key in tool).toBe(false);
});

test('comes to the steps of the macro with exactly this label', () => {
  const macros = [
    macro('Refund'),
    macro('Refund twice', { parts: [{ tool: 'assign', input: { assignee: 'Omar' } }] }),
  ];
  expect(codeOf('Refund', macros)).toEqual([{ tool: 'add_tag', input: { tag: 'vip' } }]);
  for (const label of ['refund', 'Refund ', 'Refun', ...PROTOTYPE_NAMES]) {
    expect(codeOf(label, macros), label).toBe('unknown-value');
  }
  expect(codeOf('Refund', [])).toBe('unknown-value');
});

test('is refused when a step cannot be foreseen, or when nothing is left to do', () => {
  expect(codeOf('Odd', [macro('Odd', { unclear: 'its step “merge: 4” cannot be foreseen.' })])).toBe(
    'not-supported',
  );
  expect(codeOf('Empty', [macro('Empty', { parts: [] })])).toBe('already-so');
});

test('every step that a macro of one’s own may have is a tool', () => {
  for (const name of [
    'set_status',
    'set_priority',
    'assign',
    'add_tag',
    'remove_tag',
    'set_field',
    'add_note',
    'send_reply',
  ]) {
    expect(findTool(name), name).toBeDefined();
  }
});
