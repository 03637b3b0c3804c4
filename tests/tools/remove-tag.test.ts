import { expect, test } from 'vitest';
import tool from '../../tools/remove-tag';
import { expectStrictInput, fakeDesk, go, PROTOTYPE_NAMES, roundTrip, ticket } from './support';

const codeOf = (tag: string, seen = ticket()) => {
  const preview = tool.preview({ tag }, seen);
  return preview.ok ? 'ok' : preview.refusal.code;
};

test('takes one tag and nothing else', () => {
  expectStrictInput('remove_tag', { tag: 'returns' });
});

test('shows the tag that goes, and refuses one that is not there', () => {
  expect(tool.preview({ tag: 'returns' }, ticket())).toEqual({
    ok: true,
    value: [{ field: 'Tag', before: 'returns', after: null }],
  });
  for (const tag of ['Returns', 'return', 'vip', ...PROTOTYPE_NAMES]) {
    expect(codeOf(tag), tag).toBe('already-so');
  }
  expect(codeOf('returns', ticket({ fields: [] }))).toBe('no-such-field');
  const locked = ticket({ fields: ticket().fields.map((f) => ({ ...f, writable: false })) });
  expect(codeOf('returns', locked)).toBe('no-such-field');
});

test('removes that tag alone, and only if the guard lets it', async () => {
  const desk = fakeDesk();
  expect(await tool.commit({ tag: 'returns' }, desk.ports, () => ({ code: 'new-messages' }))).toMatchObject({
    outcome: 'refused',
  });
  expect(desk.effects).toEqual([]);
  await tool.commit({ tag: 'returns' }, desk.ports, go);
  expect(desk.effects).toEqual(['-returns']);
});

test('is proved by the list of tags', () => {
  const gone = ticket({ fields: ticket().fields.map((f) => (f.name === 'tags' ? { ...f, values: [] } : f)) });
  const verify = (after = gone) => tool.verify({ tag: 'returns' }, ticket(), after, { outcome: 'accepted' });
  expect(verify()).toBe('confirmed');
  expect(verify(ticket())).toBe('not-found');
  expect(verify(ticket({ fields: [] }))).toBe('unknown');
});

test('undo adds it again', async () => {
  expect(await roundTrip('remove_tag', { tag: 'returns' })).toEqual(['-returns', '+returns']);
});
