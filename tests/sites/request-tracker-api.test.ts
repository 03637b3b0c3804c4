import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findField, type Observation } from '../../core/observation';
import { mergeLooks } from '../../sites/api/merge';
import { lookOverApi } from '../../sites/api/reader';
import type { Transport } from '../../sites/api/send';
import { createApiWriter } from '../../sites/api/writer';
import site from '../../sites/request-tracker';

const record = { site: 'request-tracker', host: 'desk.example', type: 'ticket' as const, id: '5' };
const api = site.api?.session;
if (!api) throw new Error('the site has no session API');

const saved = (name: string) =>
  readFileSync(new URL(`fixtures/request-tracker/${name}`, import.meta.url), 'utf8');
const ANSWERS: Record<string, string> = {
  '/REST/2.0/ticket/5': 'api-ticket.json',
  '/REST/2.0/ticket/5/history': 'api-history.json',
  '/REST/2.0/ticket/5/attachments': 'api-attachments.json',
};
const LOGIN = '<!doctype html><title>Login</title><form><input name="user"></form>';

interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: unknown;
}

/** Answers as Request Tracker did when they were saved, and keeps what was written. */
function replay({ account = 'maya', signedOut = false, change = (text: string) => text } = {}) {
  const sent: Sent[] = [];
  const html = { headers: { 'content-type': 'text/html; charset=utf-8' } };
  const transport: Transport = {
    origin: 'http://desk.example',
    headers: () => ({}),
    fetch: async (url, init) => {
      const { pathname } = new URL(url);
      if (init.method !== 'GET') {
        const headers = init.headers as Record<string, string>;
        sent.push({
          method: init.method ?? '',
          path: pathname,
          headers,
          body: JSON.parse(String(init.body)),
        });
        return Response.json(['done'], { status: init.method === 'POST' ? 201 : 200 });
      }
      if (signedOut) return new Response(LOGIN, html);
      if (pathname === '/Tools/index.html')
        return new Response(`<a>Logged in as <span class="current-user">${account}</span></a>`, html);
      const name = ANSWERS[pathname];
      if (!name) throw new Error(`nothing was saved for ${pathname}`);
      return new Response(change(saved(name)), {
        headers: { 'content-type': 'application/json', etag: '"86"' },
      });
    },
  };
  return { transport, sent };
}

async function look(options?: Parameters<typeof replay>[0]): Promise<Observation> {
  const seen = await lookOverApi(
    api as NonNullable<typeof api>,
    record,
    site.name,
    replay(options).transport,
  );
  if (!seen.ok) throw new Error(seen.refusal.code);
  return seen.value.seen;
}

function writer({
  shown = null,
  ...options
}: Parameters<typeof replay>[0] & { shown?: Observation | null } = {}) {
  const { transport, sent } = replay(options);
  const hand = createApiWriter({
    api: api as NonNullable<typeof api>,
    record,
    system: site.name,
    transport,
    channel: 'session',
    key: 'action-1',
    shown,
  });
  return { hand, sent };
}
const go = () => null;
const reached = (seen: Observation) => findField(seen, 'recipients')?.values;

test('the conversation: the requester’s mails are the customer’s, whatever RT calls them', async () => {
  const seen = await look();
  expect(seen.messages.map((m) => m.role)).toEqual(['customer', 'agent', 'note', 'customer']);
  expect(seen.messages[0]?.text).toMatch(/^Hi,\n\norder #87990 went back/);
  expect(seen.messages[2]).toMatchObject({ author: 'Maya Lindqvist' });
  expect(seen.requester?.email).toBe('sofia.rossi@customer.example');
  expect(seen.account).toBe('maya');
});

test('fields by the words that the page shows, custom fields by their names', async () => {
  const seen = await look();
  expect(findField(seen, 'status')?.values).toEqual(['open']);
  expect(findField(seen, 'priority')?.values).toEqual(['High']);
  expect(findField(seen, 'tags')?.values).toEqual(['refund']);
  expect(findField(seen, 'Product')?.values).toEqual([]);
});

test('of several who ask none is assumed, and a reply reaches them all, the copies and the owner, but not its author', async () => {
  const one = await look();
  expect(reached(one)).toEqual(['sofia.rossi@customer.example']);
  const more = (people: Record<string, unknown>) => (text: string) =>
    text.includes('"EffectiveId"') ? JSON.stringify({ ...JSON.parse(text), ...people }) : text;
  const two = await look({
    change: more({
      Requestor: [{ id: 'sofia.rossi@customer.example' }, { id: 'charlotte.weber@customer.example' }],
      Cc: [{ id: 'partner@customer.example' }],
      AdminCc: [{ id: 'maya' }, { id: 'omar' }],
    }),
  });
  expect(two.requester).toBeNull();
  expect(reached(two)).toEqual([
    'sofia.rossi@customer.example',
    'charlotte.weber@customer.example',
    'partner@customer.example',
    'omar',
  ]);
  const nobody = await look({ change: more({ Owner: { id: 'Nobody', Name: 'Nobody' } }) });
  expect(reached(nobody)).toEqual(['sofia.rossi@customer.example']);
});

test('of custom fields that nobody described, one with several values is shown and not set', async () => {
  const fields = [
    { name: '色', values: ['赤', '緑'] },
    { name: 'Größe', values: ['M'] },
    { name: 'Serie', values: [] },
  ];
  const change = (text: string) =>
    text.includes('"EffectiveId"') ? JSON.stringify({ ...JSON.parse(text), CustomFields: fields }) : text;
  const seen = await look({ change });
  const own = fields.map(({ name }) => findField(seen, name));
  expect(own.map((field) => [field?.kind, field?.values, field?.writable])).toEqual([
    ['tags', ['赤', '緑'], false],
    ['text', ['M'], true],
    ['text', [], true],
  ]);
});

test('a session that has ended is no empty ticket', async () => {
  const seen = await lookOverApi(api, record, site.name, replay({ signedOut: true }).transport);
  expect(seen).toMatchObject({ ok: false, refusal: { code: 'signed-out' } });
});

test('a field is written under the version that was seen, a message without one', async () => {
  const { hand, sent } = writer();
  await hand.setField({ scope: 'record', name: 'priority' }, 'Low', go);
  await hand.addTag('late', go);
  await hand.removeTag('refund', go);
  await hand.setField({ scope: 'record', name: 'Product' }, 'Importer', go);
  await hand.post('internal', 'Asked **Jens**.', go);
  expect(sent.map(({ method, path, body }) => [method, path, body])).toEqual([
    ['PUT', '/REST/2.0/ticket/5', { Priority: '0' }],
    ['PUT', '/REST/2.0/ticket/5', { CustomFields: { Tags: ['refund', 'late'] } }],
    ['PUT', '/REST/2.0/ticket/5', { CustomFields: { Tags: [] } }],
    ['PUT', '/REST/2.0/ticket/5', { CustomFields: { Product: 'Importer' } }],
    [
      'POST',
      '/REST/2.0/ticket/5/comment',
      { Content: '<p>Asked <strong>Jens</strong>.</p>', ContentType: 'text/html' },
    ],
  ]);
  expect(sent.map((one) => one.headers['If-Match'])).toEqual(['"86"', '"86"', '"86"', '"86"', undefined]);
});

test('the guard sees who is signed in now, not who the page says', async () => {
  const { hand, sent } = writer({ account: 'omar' });
  const accounts: string[] = [];
  const answer = await hand.setField({ scope: 'record', name: 'status' }, 'stalled', (live) => {
    accounts.push(live.account);
    return { code: 'other-account' };
  });
  expect(accounts).toEqual(['omar']);
  expect(answer).toEqual({ outcome: 'refused', refusal: { code: 'other-account' } });
  expect(sent).toEqual([]);
});

/** The page of somebody who reads French, with the same ticket. */
async function inFrench(): Promise<Observation> {
  const seen = await look();
  const fields = seen.fields.map((field) =>
    field.name === 'status'
      ? {
          ...field,
          values: ['ouvert'],
          options: ['ouvert', 'stagnant'],
          wire: { ouvert: 'open', stagnant: 'stalled' },
        }
      : field,
  );
  return { ...seen, fields };
}

test('a status in the person’s language: read in the words of the page, and sent in those of the API', async () => {
  const shown = await inFrench();
  const merged = findField(mergeLooks(shown, await look()), 'status');
  expect(merged).toMatchObject({ values: ['ouvert'], options: ['ouvert', 'stagnant'] });
  const { hand, sent } = writer({ shown });
  const guarded: unknown[] = [];
  await hand.setField({ scope: 'record', name: 'status' }, 'stagnant', (live) => {
    guarded.push(findField(live, 'status')?.values);
    return null;
  });
  expect(guarded).toEqual([['ouvert'], ['ouvert']]);
  expect(sent.map((one) => one.body)).toEqual([{ Status: 'stalled' }]);
});

test('the words of another ticket’s page are not used', async () => {
  const shown = await inFrench();
  const { hand, sent } = writer({ shown: { ...shown, record: { ...shown.record, id: '6' } } });
  const guarded: unknown[] = [];
  await hand.setField({ scope: 'record', name: 'status' }, 'stagnant', (live) => {
    guarded.push(findField(live, 'status')?.values);
    return null;
  });
  expect(guarded[0]).toEqual(['open']);
  expect(sent.map((one) => one.body)).toEqual([{ Status: 'stagnant' }]);
});
