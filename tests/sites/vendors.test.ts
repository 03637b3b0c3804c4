import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import hubspot from '../../sites/hubspot';
import intercom from '../../sites/intercom';
import zendesk from '../../sites/zendesk';
import { go, vendor } from './vendor';
import { openHubspot } from './vendor-mocks/hubspot';
import { openIntercom } from './vendor-mocks/intercom';
import { openZendesk } from './vendor-mocks/zendesk';

const ERRORS = [
  [403, 'no-right'],
  [404, 'not-found'],
  [409, 'conflict'],
  [422, 'not-accepted'],
  [429, 'rate-limited'],
] as const;

describe('Zendesk', () => {
  let desk: Awaited<ReturnType<typeof openZendesk>>;
  const at = (token = 'maya@saltmarsh.example/token:abc') => vendor(zendesk, desk.url, '35436', token);
  beforeAll(async () => {
    desk = await openZendesk();
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.reset());

  test('the ticket: people joined by their numbers, who is a customer by role, notes apart', async () => {
    const seen = await at().seen();
    expect(seen.account).toBe('maya@saltmarsh.example');
    expect(seen.requester).toEqual({ name: 'Tamsin Orrey', email: 'tamsin@quillmail.example' });
    expect(seen.messages.map((m) => [m.key, m.role, m.author, m.text])).toEqual([
      ['901', 'customer', 'Tamsin Orrey', 'The sleeve is torn.'],
      ['902', 'note', 'Omar Haddad', 'Known batch.'],
      ['903', 'customer', 'Rohan Orrey', 'Mine too.'],
    ]);
    expect(Object.fromEntries(seen.fields.map((f) => [f.name, f.values]))).toEqual({
      status: ['Open'],
      priority: ['Normal'],
      assignee: ['Maya Lindqvist'],
      tags: ['returns'],
    });
  });

  test('each field by its label, and back again', async () => {
    const before = structuredClone({ ...desk.state().ticket, updated_at: '' });
    for (const [name, value, old] of [
      ['status', 'Pending', 'Open'],
      ['priority', 'Urgent', 'Normal'],
      ['assignee', 'Omar Haddad', 'Maya Lindqvist'],
    ] as const) {
      expect(await at().set(name, value), name).toEqual({ outcome: 'accepted' });
      expect((await at().field(name))?.values).toEqual([value]);
      expect(await at().set(name, old), name).toEqual({ outcome: 'accepted' });
    }
    expect({ ...desk.state().ticket, updated_at: '' }).toEqual(before);
  });

  test('a note says that it is not public, a reply that it is; a colleague in between refuses it', async () => {
    await at().writer().post('internal', 'Checked the **batch**.', go);
    await at().writer().post('public', 'On its way.', go);
    expect(
      desk
        .state()
        .comments.slice(3)
        .map((c) => c.public),
    ).toEqual([false, true]);
    desk.lab.colleague = 'vip';
    expect(await at().set('status', 'Solved')).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'conflict' },
    });
    expect(desk.state().ticket).toMatchObject({ status: 'open', tags: ['returns', 'vip'] });
  });

  test('tags come and go one by one: another’s stays', async () => {
    await at()
      .writer()
      .addTag('photo', (seen) => {
        expect(seen.fields.find((f) => f.name === 'tags')?.values).toEqual(['returns']);
        desk.state().ticket.tags.push('colleague');
        return null;
      });
    expect(desk.state().ticket.tags).toContain('colleague');
    await at().writer().removeTag('photo', go);
    expect(desk.state().ticket.tags).toContain('colleague');
    expect(desk.state().ticket.tags).not.toContain('photo');
  });

  test.each(ERRORS)('%i is %s', async (status, code) => {
    desk.lab.status = status;
    expect(await at().set('status', 'Solved')).toMatchObject({ outcome: 'refused', refusal: { code } });
    expect(desk.writes()).toEqual([]);
  });

  test('another key is nobody; a lost answer is unknown', async () => {
    expect(await at('wrong').look()).toMatchObject({ ok: false, refusal: { code: 'token-refused' } });
    desk.lab.drop = true;
    expect(await at().writer().post('public', 'x', go)).toMatchObject({ outcome: 'unknown' });
    expect(desk.writes()).toHaveLength(1);
  });
});

describe('Intercom', () => {
  let desk: Awaited<ReturnType<typeof openIntercom>>;
  const at = (token = 'tok-1') => vendor(intercom, desk.url, '9001', token);
  beforeAll(async () => {
    desk = await openIntercom();
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.reset());

  test('the conversation: its first message, what follows, and no bookkeeping', async () => {
    const seen = await at().seen();
    expect(seen.account).toBe('maya@saltmarsh.example');
    expect(seen.requester).toEqual({ name: 'Tamsin Orrey', email: 'tamsin@quillmail.example' });
    expect(seen.messages.map((m) => [m.key, m.role, m.text])).toEqual([
      ['500', 'customer', 'The sleeve is torn.'],
      ['501', 'note', 'Known batch.'],
      ['503', 'agent', 'Could you send a photo?'],
      ['504', 'customer', 'Here it is.'],
    ]);
    expect(seen.messages[1]?.at).toBe('2025-11-16T09:01:00.000Z');
    expect(Object.fromEntries(seen.fields.map((f) => [f.name, f.values]))).toEqual({
      status: ['Open'],
      assignee: ['Omar Haddad'],
      tags: ['returns'],
    });
  });

  test('written in the name of the token’s teammate', async () => {
    expect(await at().set('status', 'Closed')).toEqual({ outcome: 'accepted' });
    expect((await at().field('status'))?.values).toEqual(['Closed']);
    expect(await at().set('assignee', 'Maya Lindqvist')).toEqual({ outcome: 'accepted' });
    expect(await at().writer().addTag('vip', go)).toEqual({ outcome: 'accepted' });
    expect(await at().writer().removeTag('vip', go)).toEqual({ outcome: 'accepted' });
    await at().writer().post('internal', 'Checked.', go);
    await at().writer().post('public', 'On its way.', go);
    expect(
      desk
        .state()
        .parts.slice(4)
        .map((p) => p.part_type),
    ).toEqual(['note', 'comment']);
    expect(desk.writes().every((w) => w.body.admin_id === '11')).toBe(true);
    expect(desk.state().tags).toEqual(['71']);
  });

  test('what it cannot set is refused before it is asked: snoozing needs a time, a tag must exist', async () => {
    expect(await at().set('status', 'Snoozed')).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'unknown-value' },
    });
    expect(await at().writer().addTag('brand new', go)).toMatchObject({ refusal: { code: 'unknown-value' } });
    expect(desk.writes()).toEqual([]);
  });

  test.each(ERRORS)('%i is %s, in Intercom’s own words', async (status, code) => {
    desk.lab.status = status;
    const answer = await at().set('status', 'Closed');
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { code } });
    expect(JSON.stringify(answer)).not.toContain('Answer ');
  });

  test('another token is nobody; a lost answer is unknown', async () => {
    expect(await at('wrong').look()).toMatchObject({ ok: false, refusal: { code: 'token-refused' } });
    desk.lab.drop = true;
    expect(await at().writer().post('public', 'x', go)).toMatchObject({ outcome: 'unknown' });
    expect(desk.writes()).toHaveLength(1);
  });
});

describe('HubSpot', () => {
  let desk: Awaited<ReturnType<typeof openHubspot>>;
  const at = (token = 'pat-1') => vendor(hubspot, desk.url, '77', token);
  beforeAll(async () => {
    desk = await openHubspot();
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.reset());

  test('the ticket with its contact, its stage by name, and its thread', async () => {
    const seen = await at().seen();
    expect(seen.requester).toEqual({ name: 'Tamsin Orrey', email: 'tamsin@quillmail.example' });
    expect(seen.messages.map((m) => [m.key, m.role])).toEqual([
      ['m1', 'customer'],
      ['m2', 'note'],
      ['m4', 'agent'],
    ]);
    expect(Object.fromEntries(seen.fields.map((f) => [f.name, f.values]))).toEqual({
      status: ['New'],
      priority: ['Medium'],
      assignee: ['maya@saltmarsh.example'],
    });
  });

  test('without a thread there is no conversation, and without a contact no requester', async () => {
    desk.lab.noThread = true;
    desk.lab.noContact = true;
    const seen = await at().seen();
    expect(seen.showsConversation).toBe(false);
    expect(seen.requester).toBeNull();
  });

  test('each field by its label, and a comment', async () => {
    for (const [name, value, old] of [
      ['status', 'Waiting on contact', 'New'],
      ['priority', 'High', 'Medium'],
      ['assignee', 'omar@saltmarsh.example', 'maya@saltmarsh.example'],
    ] as const) {
      expect(await at().set(name, value), name).toEqual({ outcome: 'accepted' });
      expect((await at().field(name))?.values).toEqual([value]);
      expect(await at().set(name, old), name).toEqual({ outcome: 'accepted' });
    }
    expect(await at().writer().post('internal', 'Checked.', go)).toEqual({
      outcome: 'accepted',
      messageKey: 'm5',
    });
    expect(await at().writer().post('public', 'x', go)).toMatchObject({ refusal: { code: 'not-supported' } });
    expect((await at().seen()).messages.at(-1)).toMatchObject({ key: 'm5', role: 'note', text: 'Checked.' });
  });

  test.each(ERRORS)('%i is %s', async (status, code) => {
    desk.lab.status = status;
    expect(await at().set('priority', 'High')).toMatchObject({ outcome: 'refused', refusal: { code } });
    expect(desk.writes()).toEqual([]);
  });

  test('another token is nobody; a lost answer is unknown', async () => {
    expect(await at('wrong').look()).toMatchObject({ ok: false, refusal: { code: 'token-refused' } });
    desk.lab.drop = true;
    expect(await at().writer().post('internal', 'x', go)).toMatchObject({ outcome: 'unknown' });
  });
});
