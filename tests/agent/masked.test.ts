import { expect, it } from 'vitest';
import { loggedCall, maskedChanges, maskedOutcome } from '../../agent/masked';
import { failed } from '../../core/outcome';
import type { AnyTool } from '../../core/tool';
import { effectTool } from '../tools/support';

const tool: AnyTool = { ...effectTool('set_field'), masked: ['value'] };
const call = { tool, input: { field: 'Card', value: '4111 1111' } };

it('what a tool masks stands nowhere in what is logged', () => {
  const changes = [{ field: 'Card', before: null, after: '4111 1111' }];
  const outcome = failed({ code: 'site-refused', detail: 'No card 4111 1111 is known.' });
  const logged = JSON.stringify([
    loggedCall(call),
    maskedChanges(call, changes),
    maskedOutcome(call, { ...outcome, changes, observed: ['4111 1111 was checked.'] }),
  ]);
  expect(logged).not.toContain('4111');
  expect(logged.match(/\[masked\]/g)?.length).toBe(6);
});

it('a tool that masks nothing is logged as it is', () => {
  const open = { tool: effectTool('set_field'), input: { field: 'City', value: 'Penmouth' } };
  expect(JSON.parse(loggedCall(open).input.text)).toEqual(open.input);
  expect(loggedCall(open).title.text).toContain('Penmouth');
});
