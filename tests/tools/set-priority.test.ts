import { expect, test } from 'vitest';
import tool from '../../tools/set-priority';
import { behavesAsFieldTool } from './field-behaviour';
import { ticket } from './support';

behavesAsFieldTool({
  name: 'set_priority',
  field: 'priority',
  scope: 'record',
  label: 'Urgency',
  from: 'Normal',
  to: 'High',
  input: (priority) => ({ priority }),
});

test('the card says what the page calls the field', () => {
  const preview = tool.preview({ priority: 'Low' }, ticket());
  expect(preview.ok && preview.value[0]?.field).toBe('Urgency');
});
