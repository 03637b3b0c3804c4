import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import zammad from '../../sites/zammad';
import { go, vendor } from './vendor';
import { openZammad } from './vendor-mocks/zammad';

let desk: Awaited<ReturnType<typeof openZammad>>;
const at = (token = 'tok-1') => vendor(zammad, desk.url, '41', token);
beforeAll(async () => {
  desk = await openZammad();
});
afterAll(() => desk.close());
beforeEach(() => desk.reset());

test('the ticket: its customer, its articles and who they are for, its fields and tags', async () => {
  const seen = await at().seen();
  expect(seen.account).toBe('maya@saltmarsh.example');
  expect(seen.subject).toBe('Torn sleeve');
  expect(seen.requester).toEqual({ name: 'Tamsin Orrey', email: 'tamsin@quillmail.example' });
  expect(seen.messages.map((m) => [m.key, m.role, m.text])).toEqual([
    ['101', 'customer', 'The sleeve is torn.'],
    ['102', 'note', 'Known batch.'],
    ['103', 'agent', 'Could you send a photo?'],
  ]);
  expect(Object.fromEntries(seen.fields.map((f) => [f.name, f.values]))).toEqual({
    status: ['open'],
    priority: ['2 normal'],
    assignee: ['omar@saltmarsh.example'],
    tags: ['returns'],
  });
});

test('each field by its name, and back again; nobody is a person of its own', async () => {
  const before = structuredClone(desk.state().ticket);
  for (const [name, value, old] of [
    ['status', 'closed', 'open'],
    ['priority', '3 high', '2 normal'],
    ['assignee', 'maya@saltmarsh.example', 'omar@saltmarsh.example'],
    ['assignee', '-', 'omar@saltmarsh.example'],
  ] as const) {
    expect(await at().set(name, value), name).toEqual({ outcome: 'accepted' });
    expect((await at().field(name))?.values).toEqual([value]);
    expect(await at().set(name, old), name).toEqual({ outcome: 'accepted' });
  }
  expect(desk.state().ticket).toEqual(before);
});

test('what does not exist is refused before it is asked, what the helpdesk wants more for in its own words', async () => {
  expect(await at().set('status', 'merged?')).toMatchObject({ refusal: { code: 'unknown-value' } });
  expect(await at().set('assignee', 'omar')).toMatchObject({ refusal: { code: 'unknown-value' } });
  expect(await at().set('status', 'pending reminder')).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'not-accepted', detail: 'Missing required value for field pending_time' },
  });
  expect(desk.writes()).toEqual([]);
});

test('a note says that it is internal, a reply that it is not and to whom it goes', async () => {
  expect(await at().writer().post('internal', 'Checked the **batch**.', go)).toEqual({
    outcome: 'accepted',
    messageKey: '104',
  });
  await at().writer().post('public', 'On its way.', go);
  expect(desk.writes().map((w) => w.body)).toMatchObject([
    { internal: true, type: 'note', content_type: 'text/html' },
    { internal: false, type: 'email', to: 'tamsin@quillmail.example' },
  ]);
  expect(desk.writes()[0]?.body).not.toHaveProperty('to');
});

test('tags come and go one by one: another’s stays', async () => {
  await at()
    .writer()
    .addTag('photo', () => {
      if (!desk.state().tags.includes('colleague')) desk.state().tags.push('colleague');
      return null;
    });
  await at().writer().removeTag('photo', go);
  expect(desk.state().tags).toEqual(['returns', 'colleague']);
});

test.each([
  [403, 'no-right'],
  [404, 'not-found'],
  [422, 'not-accepted'],
  [429, 'rate-limited'],
] as const)('%i is %s', async (status, code) => {
  desk.lab.status = status;
  expect(await at().set('status', 'closed')).toMatchObject({ outcome: 'refused', refusal: { code } });
  expect(desk.writes()).toEqual([]);
});

test('another token is nobody; a lost answer is unknown', async () => {
  expect(await at('wrong').look()).toMatchObject({ ok: false, refusal: { code: 'token-refused' } });
  desk.lab.drop = true;
  expect(await at().writer().post('public', 'x', go)).toMatchObject({ outcome: 'unknown' });
  expect(desk.writes()).toHaveLength(1);
});
