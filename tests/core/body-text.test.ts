import { expect, test } from 'vitest';
import { beginsWithBody, holdsBody } from '../../core/body-text';

const BODY = 'See [how to return](https://help.example/returns).\n\n- **Label**\n- Parcel';

test.each([
  ['a box of plain text', 'See how to return (https://help.example/returns).\n\n- Label\n- Parcel\n\nMaya'],
  ['a box or a thread with real links', 'See how to return.\n\nLabel\nParcel\n\nKind regards, Maya'],
])('%s holds the body, and begins with it', (_, text) => {
  expect(holdsBody(text, BODY)).toBe(true);
  expect(beginsWithBody(text, BODY)).toBe(true);
  expect(holdsBody(`Hello.\n${text}`, BODY)).toBe(true);
  expect(beginsWithBody(`Hello.\n${text}`, BODY)).toBe(false);
});

test.each([
  'See how to return (https://evil.example/returns).\n\n- Label\n- Parcel',
  'See how to return.\n\nLabel',
  'See returns.\n\nLabel\nParcel',
  '',
])('“%s” does not', (text) => {
  expect(holdsBody(text, BODY)).toBe(false);
});

test('a body without a letter is held by nothing', () => {
  expect(holdsBody('!!!', '!!!')).toBe(false);
});
