import { expect, test } from 'vitest';
import tool from '../../tools/assign';
import { behavesAsFieldTool } from './field-behaviour';
import { fakeDesk, run } from './support';

behavesAsFieldTool({
  name: 'assign',
  field: 'assignee',
  scope: 'record',
  label: 'Agent',
  from: 'Maya',
  to: 'Omar',
  input: (assignee) => ({ assignee }),
});

test('a helpdesk that assigns somebody else right after is not taken for our success', async () => {
  const desk = fakeDesk(undefined, {
    rules: (live) => {
      for (const field of live.fields) if (field.name === 'assignee') field.values = ['Maya'];
    },
  });
  const done = await run(desk, 'assign', { assignee: 'Omar' });
  expect(done).toMatchObject({ status: 'unknown', refusal: { code: 'not-proved' } });
  expect(tool.title({ assignee: 'Omar' })).toBe('Assign to Omar');
});
