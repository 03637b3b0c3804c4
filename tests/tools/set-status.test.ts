import { expect, test } from 'vitest';
import tool from '../../tools/set-status';
import { behavesAsFieldTool } from './field-behaviour';
import { ticket } from './support';

behavesAsFieldTool({
  name: 'set_status',
  field: 'status',
  scope: 'record',
  label: 'Status',
  from: 'Open',
  to: 'Solved',
  input: (status) => ({ status }),
});

test('a status is a label: no line breaks, no blanks alone, no novel', () => {
  for (const status of ['', '  ', 'So\nlved', 'x'.repeat(301), '\ud800']) {
    expect(tool.input.safeParse({ status }).success, JSON.stringify(status)).toBe(false);
  }
});

test('the refusal names what there is to choose from', () => {
  expect(tool.preview({ status: 'Closed' }, ticket())).toMatchObject({
    refusal: { detail: '“Closed” is not among: Open, Pending, Solved.' },
  });
});
