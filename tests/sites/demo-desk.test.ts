import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findField } from '../../core/observation';
import { readHistory } from '../../sites/api/history';
import { lookOverApi } from '../../sites/api/reader';
import type { Transport } from '../../sites/api/send';
import { createApiWriter } from '../../sites/api/writer';
import site from '../../sites/demo-desk';
import { createDesk, type Desk } from '../demo-desk/server.mjs';
import { type Visitor, visit } from '../demo-desk/visitor';

const record = { site: 'demo-desk', host: '127.0.0.1', type: 'ticket' as const, id: '1042' };
const go = () => null;
let desk: Desk;
let maya: Visitor;

beforeAll(async () => {
  desk = await createDesk();
  maya = await visit(desk.url);
});
afterAll(() => desk.close());
beforeEach(() => desk.reset());

function api() {
  if (!site.api?.session) throw new Error('the site has no session API');
  return site.api.session;
}
const transport = (): Transport => ({
  origin: desk.url,
  headers: () => ({ [api().csrf?.header ?? '']: maya.csrf }),
  fetch: (url, init) =>
    fetch(url, { ...init, headers: { ...(init.headers as object), cookie: maya.cookie } }),
});
const writer = (key = 'action-1') =>
  createApiWriter({
    api: api(),
    record,
    system: site.name,
    transport: transport(),
    channel: 'session',
    key,
  });
async function look() {
  const seen = await lookOverApi(api(), record, site.name, transport());
  if (!seen.ok) throw new Error(seen.refusal.detail ?? seen.refusal.code);
  return seen.value.seen;
}
const ticket = () => desk.state().tickets['1042'];

test('a look over the API shows the ticket in the words of the page', async () => {
  const seen = await look();
  expect(seen.account).toBe('Maya Lindqvist');
  expect(seen.requester).toEqual({ name: 'Tamsin Orrey', email: 'tamsin.orrey@quillmail.example' });
  expect(seen.messages.map((m) => m.role)).toEqual(['customer', 'note', 'agent', 'customer', 'note']);
  const values = Object.fromEntries(seen.fields.map((f) => [f.name, f.values]));
  expect(values).toMatchObject({
    status: ['Open'],
    priority: ['Normal'],
    assignee: ['Maya Lindqvist'],
    tags: ['returns', 'photo-received'],
    Product: ['Drift Jacket'],
    'Order number': ['SM-20418'],
    Phone: ['+44 20 5550 0142'],
    Company: [],
  });
  expect(seen.fields.every((f) => f.writable)).toBe(true);
});

test('every field is written by its label, read back, and put back again', async () => {
  const before = desk.state();
  const cases = [
    ['status', 'On hold', 'record'],
    ['priority', 'High', 'record'],
    ['assignee', 'Omar Haddad', 'record'],
    ['Product', 'Tide Boots', 'record'],
    ['Order number', 'SM-1 / “ü”', 'record'],
    ['Job title', 'Skipper', 'contact'],
    ['Plan', 'Business', 'contact'],
  ] as const;
  for (const [name, value, scope] of cases) {
    const old = findField(await look(), name, scope)?.values[0] ?? '';
    expect(await writer().setField({ scope, name }, value, go), name).toEqual({ outcome: 'accepted' });
    expect(findField(await look(), name, scope)?.values, name).toEqual([value]);
    expect(await writer().setField({ scope, name }, old, go), name).toEqual({ outcome: 'accepted' });
  }
  expect(desk.state()).toEqual(before);
  expect(desk.ledger()).toHaveLength(cases.length * 2);
  expect(desk.ledger().every((row) => row.channel === 'session' && row.by === 'agent')).toBe(true);
});

test('tags are added and removed one at a time', async () => {
  expect(await writer().addTag('vip', go)).toEqual({ outcome: 'accepted' });
  expect(ticket()?.tags).toEqual(['returns', 'photo-received', 'vip']);
  expect(await writer().removeTag('vip', go)).toEqual({ outcome: 'accepted' });
  expect(ticket()?.tags).toEqual(['returns', 'photo-received']);
});

test('a note names its id and can be taken away; a reply goes out once per key', async () => {
  const before = desk.state();
  const note = await writer('note-1').post('internal', 'Checked the **batch**.', go);
  if (note.outcome !== 'accepted' || !note.messageKey) throw new Error(JSON.stringify(note));
  expect(ticket()?.messages.at(-1)).toMatchObject({ id: note.messageKey, role: 'note' });
  expect(await writer().removeMessage(note.messageKey, go)).toEqual({ outcome: 'accepted' });
  expect(desk.state()).toEqual(before);

  const first = await writer('reply-1').post('public', 'Your jacket is on its way.', go);
  const second = await writer('reply-1').post('public', 'Your jacket is on its way.', go);
  expect(second).toEqual(first);
  const replies = desk.ledger().filter((row) => row.operation === 'reply');
  expect(replies).toHaveLength(1);
  expect(replies[0]?.after).toMatchObject({ to: ['tamsin.orrey@quillmail.example'] });
});

test('a write that a colleague came before is refused, not laid over theirs', async () => {
  const answer = await writer().setField({ scope: 'record', name: 'status' }, 'Pending', () => {
    // between the look and the write
    desk.colleague({ ticket: 1042, priority: 'high' });
    return null;
  });
  expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'changed-since' } });
  expect(ticket()).toMatchObject({ status: 'open', priority: 'high' });
});

test('what the desk does with a label that it does not have', async () => {
  const answer = await writer().setField({ scope: 'record', name: 'Product' }, 'Submarine', go);
  expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'not-accepted' } });
  expect(desk.ledger()).toEqual([]);
});

test('the history tells who changed what, in the words of a look, and of each tag by itself', async () => {
  await writer().setField({ scope: 'record', name: 'status' }, 'Pending', go);
  await writer().addTag('vip', go);
  desk.colleague({ ticket: 1042, removeTag: 'returns' });
  desk.colleague({ ticket: 1043, addTag: 'elsewhere' });
  expect(await readHistory(api(), '1042', transport())).toEqual([
    { who: 'Maya Lindqvist', field: 'status', before: 'Open', after: 'Pending' },
    { who: 'Maya Lindqvist', field: 'tags', before: '', after: 'vip' },
    { who: 'Omar Haddad', field: 'tags', before: 'returns', after: '' },
  ]);
  expect(await readHistory(api(), '9999', transport())).toEqual([]);
});
