import { expect, it } from 'vitest';
import type { MacrosWay } from '../../core/site';
import { readMacros } from '../../sites/api/macros';
import demoDesk from '../../sites/demo-desk';
import { findTool } from '../../tools/registry';
import { macros as deskMacros } from '../demo-desk/seed/macros.mjs';

const way = demoDesk.api?.session?.macros as MacrosWay;
const answering = (body: unknown, status = 200) => ({
  origin: 'https://desk.example',
  headers: () => ({}),
  fetch: async () =>
    new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }),
});

it('says what each macro would do, in calls of tools with the labels that people see', async () => {
  const read = await readMacros(way, answering({ macros: deskMacros }));
  expect(read.ok && read.value.map((macro) => [macro.label, macro.parts, macro.unclear])).toEqual([
    [
      'Close as resolved',
      [
        { tool: 'add_tag', input: { tag: 'resolved-by-macro' } },
        { tool: 'set_status', input: { status: 'Solved' } },
      ],
      null,
    ],
    [
      'Ask for the order number',
      [
        { tool: 'set_status', input: { status: 'Pending' } },
        {
          tool: 'insert_draft',
          input: { body: expect.stringMatching(/^Could you send us your order number\?/) },
        },
      ],
      null,
    ],
    [
      'Escalate to Returns',
      [
        { tool: 'assign', input: { assignee: 'Kaja Brandvold' } },
        { tool: 'set_priority', input: { priority: 'High' } },
      ],
      null,
    ],
  ]);
  for (const { tool } of read.ok ? read.value.flatMap((macro) => macro.parts) : [])
    expect(findTool(tool)).toBeDefined();
});

it('a step or a value that no tool stands for makes the macro unclear', async () => {
  const odd = (operation: string, value: string) => ({ name: 'Odd', steps: [{ operation, value }] });
  for (const entry of [
    odd('merge', '4'),
    odd('status', 'archived'),
    odd('__proto__', 'x'),
    odd('status', 'toString'),
  ]) {
    const read = await readMacros(way, answering({ macros: [entry] }));
    expect(read.ok && read.value[0]?.unclear).toMatch(/cannot be foreseen/);
  }
});

it('a helpdesk that refuses has its reason', async () => {
  expect(await readMacros(way, answering({}, 403))).toMatchObject({ refusal: { code: 'no-right' } });
});
