import { expect, it, test } from 'vitest';
import { type Blanks, fillBody, fillText } from '../../core/custom/template';
import { addressOf } from '../../tools/custom/requests';
import { ticket } from '../tools/support';

const blanks = (input: Record<string, unknown>, more: Partial<Blanks> = {}): Blanks => ({
  input,
  seen: ticket({ requester: { name: 'Ana', email: 'ana@kite.example' } }),
  key: 'k-1',
  marker: 'cs-1',
  made: '',
  before: null,
  money: null,
  ...more,
});
const address = (order: unknown, template = 'https://s.example/o/{input.order}?c={requester.email}') =>
  addressOf(template, blanks({ order }));

test.each([
  ['a/b', 'https://s.example/o/a%2Fb?c=ana%40kite.example'],
  ['a?x=1&y#z', 'https://s.example/o/a%3Fx%3D1%26y%23z?c=ana%40kite.example'],
  ['a\r\nHost: evil', 'https://s.example/o/a%0D%0AHost%3A%20evil?c=ana%40kite.example'],
  ['{requester.name}', 'https://s.example/o/%7Brequester.name%7D?c=ana%40kite.example'],
  ['$&', 'https://s.example/o/%24%26?c=ana%40kite.example'],
  ['@evil.example', 'https://s.example/o/%40evil.example?c=ana%40kite.example'],
])('the value %s stays a value', (order, url) => {
  expect(address(order)).toEqual({ ok: true, value: url });
});

test.each(['.', '..'])('the value %s would climb, and is refused', (order) => {
  expect(address(order)).toMatchObject({ ok: false, refusal: { code: 'unknown-value' } });
});

it('what is not there is named, and nothing is sent half filled', () => {
  expect(address('')).toMatchObject({
    ok: false,
    refusal: { code: 'missing-value', detail: '“order” is empty.' },
  });
  const nobody = { ...blanks({}), seen: ticket({ requester: null }) };
  expect(fillText('{requester.email}', nobody)).toMatchObject({
    refusal: { detail: 'The page does not show the requester’s email.' },
  });
  expect(fillText('{field.Color}', blanks({}))).toMatchObject({
    refusal: { detail: 'The page shows nothing under “Color”.' },
  });
  for (const name of ['constructor', 'toString', '__proto__'])
    expect(fillText(`{record.${name}}{requester.${name}}{input.${name}}`, blanks({})).ok, name).toBe(false);
});

it('a body keeps the type of a blank that stands alone', () => {
  const body = {
    amount: '{input.amount}',
    note: 'for {input.amount}',
    urgent: '{input.urgent}',
    list: ['{key}', 1, null],
  };
  expect(fillBody(body, blanks({ amount: 5, urgent: false }))).toEqual({
    ok: true,
    value: { amount: 5, note: 'for 5', urgent: false, list: ['k-1', 1, null] },
  });
});
