import { expect, test } from 'vitest';
import { findField } from '../../core/observation';
import tool from '../../tools/add-tag';
import { expectStrictInput, fakeDesk, go, PROTOTYPE_NAMES, roundTrip, run, ticket, undo } from './support';

const tagsOf = (values: string[], options: string[] | null = null) =>
  ticket({ fields: ticket().fields.map((f) => (f.name === 'tags' ? { ...f, values, options } : f)) });
const codeOf = (tag: string, seen = ticket()) => {
  const preview = tool.preview({ tag }, seen);
  return preview.ok ? 'ok' : preview.refusal.code;
};

test('takes one tag and nothing else', () => {
  expectStrictInput('add_tag', { tag: 'vip' });
  for (const tag of ['', ' ', 'a\u0000b']) expect(tool.input.safeParse({ tag }).success).toBe(false);
});

test('shows the tag, and refuses one that is there, one that the helpdesk does not know, and a page without tags', () => {
  expect(tool.preview({ tag: 'vip' }, ticket())).toEqual({
    ok: true,
    value: [{ field: 'Tag', before: null, after: 'vip' }],
  });
  expect(codeOf('returns')).toBe('already-so');
  expect(codeOf('Returns')).toBe('ok');
  expect(codeOf('vip', tagsOf([], ['vip', 'late']))).toBe('ok');
  expect(codeOf('VIP', tagsOf([], ['vip', 'late']))).toBe('unknown-value');
  for (const tag of PROTOTYPE_NAMES) expect(codeOf(tag, tagsOf([], ['vip'])), tag).toBe('unknown-value');
  expect(codeOf('vip', ticket({ fields: [] }))).toBe('no-such-field');
  const locked = ticket({ fields: ticket().fields.map((f) => ({ ...f, writable: false })) });
  expect(codeOf('vip', locked)).toBe('no-such-field');
});

test('adds that tag alone, and only if the guard lets it', async () => {
  const desk = fakeDesk();
  expect(await tool.commit({ tag: 'vip' }, desk.ports, () => ({ code: 'other-record' }))).toMatchObject({
    outcome: 'refused',
  });
  expect(desk.effects).toEqual([]);
  await tool.commit({ tag: 'vip' }, desk.ports, go);
  expect(desk.effects).toEqual(['+vip']);
});

test('is proved by the list of tags', () => {
  const verify = (after = ticket()) => tool.verify({ tag: 'vip' }, ticket(), after, { outcome: 'accepted' });
  expect(verify(tagsOf(['returns', 'vip']))).toBe('confirmed');
  expect(verify(tagsOf(['returns', 'vip2']))).toBe('not-found');
  expect(verify(ticket({ fields: [] }))).toBe('unknown');
});

test('undo removes our tag and leaves a colleague’s', async () => {
  expect(await roundTrip('add_tag', { tag: 'vip' })).toEqual(['+vip', '-vip']);
  const desk = fakeDesk();
  const done = await run(desk, 'add_tag', { tag: 'vip' });
  findField(desk.now, 'tags')?.values.push('from Omar');
  await undo(desk, 'add_tag', { tag: 'vip' }, done);
  expect(findField(desk.now, 'tags')?.values).toEqual(['returns', 'from Omar']);
});
