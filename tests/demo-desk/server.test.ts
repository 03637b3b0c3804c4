import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDesk, type Desk } from './server.mjs';
import { type Visitor, visit } from './visitor';

const TICKET = '/api/tickets/1042';
let desk: Desk;
let maya: Visitor;

beforeAll(async () => {
  desk = await createDesk();
  maya = await visit(desk.url);
});
afterAll(() => desk.close());
beforeEach(() => desk.reset());

const ticket = () => desk.state().tickets['1042'];
const operations = () => desk.ledger().map(({ by, operation, after }) => [by, operation, after]);

describe('session', () => {
  test('the first visit signs Maya in with a cookie that scripts cannot read', async () => {
    const page = await fetch(`${desk.url}/tickets`);
    expect(page.headers.get('set-cookie')).toMatch(
      /^harbor_session_\d+=\S+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await (await maya.ask('GET', '/api/me')).json()).toMatchObject({
      agent: { name: 'Maya Lindqvist' },
    });
  });

  test('without a session nothing is answered, without the token nothing is written', async () => {
    expect((await fetch(`${desk.url}${TICKET}`)).status).toBe(401);
    const answer = await maya.ask('PATCH', TICKET, { status: 'solved' }, { 'x-csrf-token': 'made-up' });
    expect(answer.status).toBe(403);
    expect(ticket()?.status).toBe('open');
    expect(desk.ledger()).toEqual([]);
  });

  test('somebody else signs in', async () => {
    const omar = await visit(desk.url, 'omar');
    expect(await (await omar.ask('GET', '/api/me')).json()).toMatchObject({ agent: { name: 'Omar Haddad' } });
  });
});

describe('writing', () => {
  test('a change leaves one row: who, how, what it was and is', async () => {
    const answer = await maya.ask('PATCH', TICKET, { status: 'pending' }, { 'x-channel': 'session' });
    expect(answer.status).toBe(200);
    expect(desk.ledger()).toMatchObject([
      {
        seq: 1,
        by: 'agent',
        who: 'Maya Lindqvist',
        channel: 'session',
        method: 'PATCH',
        path: TICKET,
        record: 'ticket:1042',
        operation: 'status',
        before: 'open',
        after: 'pending',
      },
    ]);
  });

  test('a change to what is so already leaves none', async () => {
    await maya.ask('PATCH', TICKET, { status: 'open', fields: { Product: 'Drift Jacket' } });
    await maya.ask('POST', `${TICKET}/tags`, { tag: 'returns' });
    expect(desk.ledger()).toEqual([]);
  });

  test.each([
    [{ status: 'done' }],
    [{ priority: '__proto__' }],
    [{ assignee: 'Nobody' }],
    [{ subject: 'x' }],
    [{ fields: { Product: 'Submarine' } }],
    [{ fields: { constructor: 'x' } }],
  ])('%j is refused', async (body) => {
    expect((await maya.ask('PATCH', TICKET, body)).status).toBe(422);
    expect(desk.ledger()).toEqual([]);
  });

  test('the version guards: an old one is refused, the ETag of the answer is the next', async () => {
    const old = (await maya.ask('GET', TICKET)).headers.get('etag') ?? '';
    expect((await maya.ask('GET', TICKET, undefined, { 'if-none-match': old })).status).toBe(304);
    const first = await maya.ask('PATCH', TICKET, { priority: 'high' }, { 'if-match': old });
    expect(first.status).toBe(200);
    expect((await maya.ask('PATCH', TICKET, { priority: 'low' }, { 'if-match': old })).status).toBe(412);
    const next = first.headers.get('etag') ?? '';
    expect((await maya.ask('PATCH', TICKET, { priority: 'low' }, { 'if-match': next })).status).toBe(200);
  });

  test('contact fields change from the ticket and from the contact, and bump the ticket, too', async () => {
    const before = (await maya.ask('GET', TICKET)).headers.get('etag');
    await maya.ask('PATCH', `${TICKET}/requester`, { fields: { Phone: '+44 20 5550 0199' } });
    await maya.ask('PATCH', '/api/contacts/31', { fields: { City: 'Oostrand' } });
    expect(desk.state().contacts['31']?.fields).toMatchObject({
      Phone: '+44 20 5550 0199',
      City: 'Oostrand',
    });
    expect((await maya.ask('GET', TICKET)).headers.get('etag')).not.toBe(before);
    const bad = await maya.ask('PATCH', '/api/contacts/31', { fields: { Email: 'nowhere' } });
    expect(bad.status).toBe(422);
  });
});

describe('automation', () => {
  test('Urgent adds a tag, by rule', async () => {
    await maya.ask('PATCH', TICKET, { priority: 'urgent' });
    expect(operations()).toEqual([
      ['agent', 'priority', 'urgent'],
      ['rule', 'add-tag', 'escalated'],
    ]);
  });

  test('a macro is one row by the agent; its steps and what they set off are rows by rule', async () => {
    await maya.ask('POST', `${TICKET}/macros/close-resolved`);
    expect(operations()).toEqual([
      ['agent', 'macro', 'Close as resolved'],
      ['rule', 'add-tag', 'resolved-by-macro'],
      ['rule', 'status', 'solved'],
      ['rule', 'add-tag', 'csat-pending'],
    ]);
  });

  test('a macro that cannot run to its end leaves nothing behind', async () => {
    const before = desk.state();
    expect((await maya.ask('POST', '/api/tickets/1047/macros/close-resolved')).status).toBe(422);
    expect(desk.state()).toEqual(before);
    expect(desk.ledger()).toEqual([]);
  });
});

describe('messages', () => {
  const post = (body: object, headers?: Record<string, string>) =>
    maya.ask('POST', `${TICKET}/messages`, body, headers);

  test('visibility must be said', async () => {
    expect((await post({ html: '<p>Hi</p>' })).status).toBe(422);
    expect((await post({ html: '<p>Hi</p>', visibility: false })).status).toBe(422);
    expect((await post({ html: '<p> </p>', visibility: 'public' })).status).toBe(422);
    expect(desk.ledger()).toEqual([]);
  });

  test('one key, one message', async () => {
    const body = { html: '<p>On its way.</p>', visibility: 'public' };
    const first = await post(body, { 'idempotency-key': 'k1' });
    const again = await post({ ...body, key: 'k1' });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await again.json()).toEqual(await first.json());
    expect(desk.ledger()).toHaveLength(1);
  });

  test('what an agent writes is cleaned before it stands in the thread', async () => {
    const html =
      '<p onclick="x()">Hi <b>you</b><script>x()</script><img src=x onerror=y> <a href="java&#115;cript:x">a</a> <a href="https://saltmarsh.example/?a=1&amp;b=2">b</a></p>';
    const { message } = await (await post({ html, visibility: 'internal' })).json();
    expect(message.html).toBe(
      '<p>Hi <strong>you</strong> <a>a</a> <a href="https://saltmarsh.example/?a=1&amp;b=2" rel="noopener noreferrer">b</a></p>',
    );
  });

  test('a note goes, if it is yours; what was sent stays', async () => {
    const before = desk.state();
    const { message } = await (await post({ html: '<p>mine</p>', visibility: 'internal' })).json();
    expect((await maya.ask('DELETE', `${TICKET}/messages/${message.id}`)).status).toBe(204);
    expect(desk.state()).toEqual(before);
    expect((await maya.ask('DELETE', `${TICKET}/messages/m2`)).status).toBe(403);
    expect((await maya.ask('DELETE', `${TICKET}/messages/m3`)).status).toBe(403);
  });
});

describe('what tests make happen', () => {
  test.each([403, 409, 422, 429, 500])(
    'the next write is answered with %i and not carried out',
    async (status) => {
      desk.fault({ status });
      const answer = await maya.ask('PATCH', TICKET, { status: 'pending' });
      expect(answer.status).toBe(status);
      expect(answer.headers.has('retry-after')).toBe(status === 429);
      expect(desk.ledger()).toEqual([]);
      expect((await maya.ask('PATCH', TICKET, { status: 'pending' })).status).toBe(200);
    },
  );

  test('a cut after the commit: no answer, one effect; a cut before it: none', async () => {
    desk.fault({ drop: true });
    await expect(maya.ask('PATCH', TICKET, { status: 'pending' })).rejects.toThrow();
    expect(desk.ledger()).toHaveLength(1);
    desk.fault({ drop: true, when: 'before' });
    await expect(maya.ask('PATCH', TICKET, { status: 'open' })).rejects.toThrow();
    expect(desk.ledger()).toHaveLength(1);
  });

  test('a fault waits for the request it is meant for, over HTTP too', async () => {
    await maya.ask('POST', '/__fault', { path: '/messages', delayMs: 150, status: 500 });
    expect((await maya.ask('PATCH', TICKET, { status: 'pending' })).status).toBe(200);
    const start = performance.now();
    const late = await maya.ask('POST', `${TICKET}/messages`, { html: '<p>x</p>', visibility: 'internal' });
    expect(late.status).toBe(500);
    expect(performance.now() - start).toBeGreaterThan(140);
  });

  test('a colleague and the customer write; the ledger says who', async () => {
    await maya.ask('POST', '/__colleague', {
      ticket: 1042,
      status: 'pending',
      message: { visibility: 'internal', html: '<p>On it.</p>' },
    });
    desk.colleague({ ticket: 1042, message: { visibility: 'customer', html: '<p>Any news?</p>' } });
    expect(desk.ledger().map(({ by, who, operation }) => [by, who, operation])).toEqual([
      ['agent', 'Omar Haddad', 'status'],
      ['agent', 'Omar Haddad', 'note'],
      ['customer', 'Tamsin Orrey', 'mail'],
    ]);
    const { ledger } = await (await maya.ask('GET', '/__ledger')).json();
    expect(ledger).toEqual(desk.ledger());
    await maya.ask('POST', '/__reset');
    expect(desk.ledger()).toEqual([]);
  });
});
