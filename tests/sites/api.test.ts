import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textAt, textsAt, valuesAt } from '../../core/json-path';
import { findField, type Observation } from '../../core/observation';
import type { RequestDescriptor } from '../../core/site';
import { plain } from '../../sites/api/bodies';
import { type Blanks, fillBody, fillPath } from '../../sites/api/fill';
import { mergeLooks } from '../../sites/api/merge';
import { send, type Transport } from '../../sites/api/send';
import { message, PROTOTYPE_NAMES, ticket } from '../tools/support';

describe('filling a request', () => {
  const blanks: Blanks = {
    id: '7',
    value: 'a/b?c=d#e',
    values: ['x', 'y'],
    field: 'Order number',
    key: 'k-1',
  };

  it('a value in a path stays one step of it', () => {
    expect(fillPath('/tickets/{id}/tags/{value}', blanks)).toBe('/tickets/7/tags/a%2Fb%3Fc%3Dd%23e');
    expect(fillPath('/tags/{value}', { id: '7', value: '../../admin' })).toBe('/tags/..%2F..%2Fadmin');
  });

  it('a value of dots does not climb out of its step', async () => {
    const asked: string[] = [];
    const request: RequestDescriptor = { method: 'DELETE', path: '/t/{id}/tags/{value}', ok: [200] };
    for (const value of ['.', '..']) {
      const sent = await send(
        request,
        { id: '7', value },
        {
          origin: 'https://desk.example',
          headers: () => ({}),
          fetch: async (url) => {
            asked.push(url);
            return new Response('{}');
          },
        },
      );
      expect(sent.ok ? asked : 'refused').toBe('refused');
    }
    expect(asked).toEqual([]);
  });

  it('a body keeps the kind of a blank that stands alone, and writes the others into the text', () => {
    const template = {
      id: '{id}',
      list: '{values}',
      note: 'for {id}: {value}',
      deep: [{ '{field}': '{value}' }],
      n: 1,
      no: null,
    };
    expect(fillBody(template, { ...blanks, value: 5 })).toEqual({
      id: '7',
      list: ['x', 'y'],
      note: 'for 7: 5',
      deep: [{ 'Order number': 5 }],
      n: 1,
      no: null,
    });
  });

  it('what was filled in is not filled again', () => {
    expect(fillBody({ a: '{value}' }, { id: '7', value: '{id}' })).toEqual({ a: '{id}' });
    expect(fillPath('/{value}', { id: '7', value: '{id}' })).toBe('/%7Bid%7D');
  });

  it('a field named like a part of every object is a plain key', () => {
    for (const field of PROTOTYPE_NAMES) {
      const body = fillBody({ fields: { '{field}': '{value}' } }, { id: '7', field, value: 'x' });
      expect(JSON.stringify(body)).toBe(`{"fields":{"${field}":"x"}}`);
    }
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('a blank that the operation does not have is a mistake of the site’s file, never an empty text', () => {
    for (const name of ['messageKey', 'nonsense', ...PROTOTYPE_NAMES]) {
      expect(() => fillPath(`/x/{${name}}`, blanks), name).toThrow(`{${name}}`);
    }
    expect(() => fillBody({ a: '{html}' }, blanks)).toThrow('{html}');
  });
});

describe('a path into an answer', () => {
  const json = {
    ticket: { id: 7, tags: [{ name: 'vip' }, { name: 'late' }], none: null, open: false, count: 0 },
    fields: [
      { name: 'Tags', values: ['a', 'b'] },
      { name: 'Product', values: ['Boots'] },
      { name: 'Tags', values: ['c'] },
    ],
  };

  it.each([
    ['ticket.id', [7]],
    ['ticket.tags.*.name', ['vip', 'late']],
    ['ticket.tags.1.name', ['late']],
    ['fields.[name=Product].values', [['Boots']]],
    ['fields.[name=Tags].values.*', ['a', 'b', 'c']],
    ['fields.[name=Nothing].values', []],
    ['ticket.none', []],
    ['ticket.none.deeper', []],
    ['ticket.id.toFixed', []],
    ['nowhere.at.all', []],
    ['', [json]],
  ])('%s', (path, expected) => {
    expect(valuesAt(json, path)).toEqual(expected);
  });

  it('own properties only', () => {
    for (const name of PROTOTYPE_NAMES) {
      expect(valuesAt(json, name), name).toEqual([]);
      expect(valuesAt(json, `ticket.tags.${name}`), name).toEqual([]);
    }
    expect(valuesAt(json, 'fields.[constructor=x]')).toEqual([]);
  });

  it('texts of it: numbers and truth values are words, lists and objects are none', () => {
    expect([textAt(json, 'ticket.id'), textAt(json, 'ticket.open'), textAt(json, 'ticket.count')]).toEqual([
      '7',
      'false',
      '0',
    ]);
    expect([textAt(json, 'ticket'), textAt(json, 'ticket.none'), textAt(json, 'fields.*.values')]).toEqual([
      '',
      '',
      '',
    ]);
    expect(textsAt(json, 'fields.[name=Tags].values')).toEqual(['a', 'b', 'c']);
    expect(textsAt(null, 'a')).toEqual([]);
  });
});

describe('sending', () => {
  let server: Server;
  let origin: string;
  let answer: {
    status: number;
    body: string;
    type?: string | undefined;
    headers?: Record<string, string>;
    hang?: boolean;
  };
  let asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      if (answer.hang) return void request.socket.destroy();
      response.writeHead(answer.status, {
        'content-type': answer.type ?? 'application/json',
        etag: '"v3"',
        ...answer.headers,
      });
      response.end(answer.body);
    });
    await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());
  beforeEach(() => {
    asked = [];
    answer = { status: 200, body: '{"ok":true}' };
  });

  const request: RequestDescriptor = {
    method: 'PUT',
    path: '/t/{id}',
    body: { status: '{value}' },
    ok: [200, 201],
  };
  const sends = (
    more: Partial<RequestDescriptor> = {},
    extra?: Record<string, string>,
    by: Partial<Transport> = {},
  ) =>
    send(
      { ...request, ...more },
      { id: '7', value: 'open', key: 'k-1' },
      { origin, headers: () => ({ 'X-Token': 't' }), fetch: (url, init) => fetch(url, init), ...by },
      extra,
    );

  it('sends method, path, headers and body as the site’s file says, once', async () => {
    const sent = await sends({ headers: { 'Idempotency-Key': '{key}' } }, { 'If-Match': '"v2"' });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      method: 'PUT',
      url: '/t/7',
      body: '{"status":"open"}',
      headers: {
        'content-type': 'application/json',
        'x-token': 't',
        'idempotency-key': 'k-1',
        'if-match': '"v2"',
        accept: 'application/json',
      },
    });
    expect(sent).toMatchObject({ ok: true, dispatched: true, value: { json: { ok: true } } });
    expect(sent.ok && sent.value.header('ETag')).toBe('"v3"');
  });

  it('sends a form where the helpdesk wants one, and no body where there is none', async () => {
    await sends({ encoding: 'form', body: { a: '{value}', b: 'x & y' } });
    expect(asked[0]).toMatchObject({
      body: 'a=open&b=x+%26+y',
      headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
    });
    await sends({ method: 'GET', body: undefined });
    expect(asked[1]).toMatchObject({ method: 'GET', body: '' });
    expect(asked[1]?.headers['content-type']).toBeUndefined();
  });

  it.each([
    [400, 'site-refused', false],
    [401, 'signed-out', false],
    [403, 'no-right', false],
    [404, 'not-found', false],
    [408, 'site-refused', true],
    [410, 'not-found', false],
    [409, 'conflict', false],
    [412, 'changed-since', false],
    [422, 'not-accepted', false],
    [429, 'rate-limited', false],
    [500, 'no-answer', true],
    [503, 'no-answer', true],
  ])('the answer %i is %s', async (status, code, dispatched) => {
    answer = { status, body: '{"message":"Because so."}' };
    expect(await sends()).toEqual({ ok: false, refusal: { code, detail: 'Because so.' }, dispatched });
    expect(asked, 'never sent twice').toHaveLength(1);
  });

  it('a yes that the site’s file does not know is neither a yes nor a no', async () => {
    answer = { status: 202, body: '{}' };
    expect(await sends()).toEqual({
      ok: false,
      refusal: { code: 'not-proved', detail: 'Answer 202.' },
      dispatched: true,
    });
  });

  it.each([
    ['30', 'Too much. Try again in 30 seconds.'],
    ['1', 'Too much. Try again in 1 second.'],
    ['0', 'Too much. Try again in 1 second.'],
    ['86400', 'Too much. Try again in more than 10 minutes.'],
    ['Wed, 21 Oct 2026 07:28:30 GMT', 'Too much. Try again in 30 seconds.'],
    ['soon', 'Too much.'],
    ['-5', 'Too much.'],
  ])('says how long to wait when the answer says %s', async (after, detail) => {
    answer = {
      status: 429,
      body: '{"message":"Too much."}',
      headers: { 'Retry-After': after, Date: 'Wed, 21 Oct 2026 07:28:00 GMT' },
    };
    expect(await sends()).toMatchObject({ refusal: { code: 'rate-limited', detail } });
  });

  it('a token that is not accepted is something else than a session that ended', async () => {
    answer = { status: 401, body: '{}' };
    expect(await sends({}, {}, { byToken: true })).toMatchObject({
      refusal: { code: 'token-refused' },
    });
  });

  it('gives the site’s own words from where they are, and never a page of HTML', async () => {
    const detail = async (body: string, type?: string) => {
      answer = { status: 400, body, type };
      const sent = await sends();
      return sent.ok ? '' : sent.refusal.detail;
    };
    expect(await detail('{"error":"No such tag"}')).toBe('No such tag');
    expect(await detail('{"error":{"message":"Deep"}}')).toBe('Deep');
    expect(await detail('plain words', 'text/plain')).toBe('Answer 400. plain words');
    expect(await detail('<html><b>Oops</b></html>', 'text/html')).toBe('Answer 400.');
    expect(await detail(`{"message":"${'x'.repeat(999)}"}`)).toHaveLength(300);
  });

  it('a log-in page with a friendly 200 means signed out', async () => {
    answer = { status: 200, body: '<form>Log in</form>', type: 'text/html; charset=utf-8' };
    expect(await sends()).toEqual({ ok: false, refusal: { code: 'signed-out' }, dispatched: false });
    expect(await sends({ answer: 'html' })).toMatchObject({
      ok: true,
      value: { text: '<form>Log in</form>' },
    });
  });

  it('a line that breaks before the answer leaves it open whether it happened', async () => {
    answer = { status: 200, body: '', hang: true };
    expect(await sends()).toMatchObject({ ok: false, refusal: { code: 'no-answer' }, dispatched: true });
    expect(asked, 'never sent twice').toHaveLength(1);
  });

  it('an empty or broken answer is an answer', async () => {
    answer = { status: 200, body: '{"cut' };
    expect(await sends()).toMatchObject({ ok: true, value: { json: null, text: '{"cut' } });
  });
});

describe('the text of an HTML message', () => {
  it.each([
    ['<p>One</p><p>Two<br>three</p>', 'One\nTwo\nthree'],
    ['a &lt;b&gt; &amp;amp; &quot;c&quot; &#39;d&#39;&nbsp;e', 'a <b> &amp; "c" \'d\' e'],
    ['&#1114112;&#9731;', '\u{10ffff}☃'],
    ['<script src="x">1</script >', '1'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(plain(html)).toBe(text);
  });
});

describe('what the page shows and what its API says, as one look', () => {
  const api = (changes: Partial<Observation> = {}): Observation =>
    ticket({
      subject: '',
      account: 'maya@desk.example',
      documentId: '',
      url: '',
      composer: { present: false, openable: false, visibility: 'unknown', recipients: [], text: '' },
      ...changes,
    });

  it('of another record it takes nothing from the page', () => {
    const other = api({ record: { ...ticket().record, id: '8' } });
    expect(mergeLooks(ticket(), other)).toEqual(other);
  });

  it('takes values, account and roles from the API, and the box, the address and what is missing from the page', () => {
    const fields = ticket().fields.map((f) =>
      f.name === 'status' ? { ...f, label: 'state', values: ['Solved'], options: null } : f,
    );
    const page = ticket({ messages: [{ ...message('m1', 'agent', 'As shown'), quoted: 'old' }] });
    const look = mergeLooks(
      page,
      api({ fields, messages: [message('m1', 'customer', 'raw'), message('m2', 'note', 'new')] }),
    );
    expect(look).toMatchObject({
      subject: 'The jacket is late',
      account: 'maya@desk.example',
      documentId: 'doc-1',
    });
    expect(look.composer).toEqual(page.composer);
    expect(findField(look, 'status')).toMatchObject({
      label: 'Status',
      values: ['Solved'],
      options: ['Open', 'Pending', 'Solved'],
    });
    expect(look.messages.map((m) => [m.key, m.role, m.text, m.quoted])).toEqual([
      ['m1', 'customer', 'As shown', 'old'],
      ['m2', 'note', 'new', ''],
    ]);
  });

  it('a message that only the page shows is none of the record’s', () => {
    const page = ticket({ messages: [...ticket().messages, message('ghost', 'customer', 'Injected')] });
    expect(mergeLooks(page, api()).messages.map((m) => m.key)).toEqual(['m1']);
  });

  it('fields that only one of them has are kept, and writable is what either can write', () => {
    const [status] = ticket().fields;
    if (!status) throw new Error('the fake ticket has fields');
    const page = ticket({
      fields: [
        { ...status, writable: false },
        { ...status, name: 'Seat', label: 'Seat' },
      ],
    });
    const look = mergeLooks(page, api({ fields: [status, { ...status, name: 'Plan', label: 'Plan' }] }));
    expect(look.fields.map((f) => [f.name, f.writable])).toEqual([
      ['status', true],
      ['Plan', true],
      ['Seat', true],
    ]);
  });

  it('the requester is completed: an API may know the address and not the name', () => {
    const look = (page: Observation['requester'], fromApi: Observation['requester']) =>
      mergeLooks(ticket({ requester: page }), api({ requester: fromApi })).requester;
    const known = { name: 'Tamsin Orrey', email: 'tamsin@mail.example' };
    expect(look(known, { ...known, name: '' })).toEqual(known);
    expect(look({ ...known, email: '' }, { name: '', email: known.email })).toEqual(known);
    expect(look(null, known)).toEqual(known);
    expect(look(known, null)).toEqual(known);
    expect(look(null, null)).toBeNull();
  });

  it('the name of one person is never put to the address of another', () => {
    const page = ticket({ requester: { name: 'Tamsin Orrey', email: 'tamsin@mail.example' } });
    const look = mergeLooks(page, api({ requester: { name: '', email: 'other@mail.example' } }));
    expect(look.requester).toEqual({ name: '', email: 'other@mail.example' });
  });
});
