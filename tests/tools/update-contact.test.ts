import { expect, test } from 'vitest';
import tool from '../../tools/update-contact';
import { behavesAsFieldTool } from './field-behaviour';
import { fakeDesk, PROTOTYPE_NAMES, run, ticket } from './support';

behavesAsFieldTool({
  name: 'update_contact',
  field: 'Phone',
  scope: 'contact',
  label: 'Phone',
  from: '+44 20 5550 0142',
  to: 'Ask by mail',
  input: (value) => ({ field: 'Phone', value }),
});

test('never touches the ticket: its fields are no fields of the contact', async () => {
  for (const field of ['Status', 'Order number', 'tags', ...PROTOTYPE_NAMES]) {
    expect(tool.preview({ field, value: 'x' }, ticket()), field).toMatchObject({
      refusal: { code: 'no-such-field', detail: field },
    });
  }
  const desk = fakeDesk();
  await run(desk, 'update_contact', { field: 'Product', value: 'Paper' });
  expect(desk.effects).toEqual(['contact.Product = Paper']);
});
