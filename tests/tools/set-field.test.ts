import { expect, test } from 'vitest';
import tool from '../../tools/set-field';
import { behavesAsFieldTool } from './field-behaviour';
import { fakeDesk, PROTOTYPE_NAMES, roundTrip, run, ticket } from './support';

behavesAsFieldTool({
  name: 'set_field',
  field: 'Product',
  scope: 'record',
  label: 'Product',
  from: 'Jacket',
  to: 'Boots',
  input: (value) => ({ field: 'Product', value }),
});

test('a field is found by its label, whatever its case, and never by a name that every object has', () => {
  expect(tool.preview({ field: 'order number', value: 'SM-2' }, ticket())).toMatchObject({
    value: [{ field: 'Order number', before: 'SM-1', after: 'SM-2' }],
  });
  for (const field of ['Nowhere', 'Tags', 'Channel', 'Phone', ...PROTOTYPE_NAMES]) {
    expect(tool.preview({ field, value: 'x' }, ticket()), field).toMatchObject({
      refusal: { code: 'no-such-field', detail: field },
    });
  }
});

test('a text may be emptied and comes back; an empty one is emptied again', async () => {
  expect(await roundTrip('set_field', { field: 'Order number', value: '' })).toEqual([
    'record.Order number = ',
    'record.Order number = SM-1',
  ]);
  const fields = ticket().fields.map((f) => (f.name === 'Order number' ? { ...f, values: [] } : f));
  expect(await roundTrip('set_field', { field: 'Order number', value: 'SM-9' }, ticket({ fields }))).toEqual([
    'record.Order number = SM-9',
    'record.Order number = ',
  ]);
});

test('never touches the contact, though it has a field of the same name', async () => {
  const desk = fakeDesk();
  await run(desk, 'set_field', { field: 'Product', value: 'Boots' });
  expect(desk.effects).toEqual(['record.Product = Boots']);
});
