import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Pages } from '../../agent/deps';
import { withTokens } from '../../agent/token-desk';
import type { FromPage, ToPage } from '../../bridge/messages';
import { type Binding, conversationOf, requesterOf } from '../../core/binding';
import { type FieldState, findField, type Observation } from '../../core/observation';
import { ok, refuse } from '../../core/result';
import { openRtRest } from '../sites/vendor-mocks/request-tracker';
import { ticket } from '../tools/support';

const TOKEN = '1-32-cafe';
let rt: Awaited<ReturnType<typeof openRtRest>>;
let host = '';
let given: string | null = TOKEN;
let asked: ToPage[] = [];
let pageThere = true;
let acts = 0;

beforeAll(async () => {
  rt = await openRtRest();
  host = new URL(rt.url).host;
});
afterAll(() => rt?.close());
beforeEach(() => {
  rt.reset();
  given = TOKEN;
  asked = [];
  pageThere = true;
});

const record = () => ({ site: 'request-tracker', host, type: 'ticket' as const, id: '5' });
const field = (name: string, label: string, values: string[], options: string[] | null): FieldState => ({
  name,
  label,
  scope: 'record',
  kind: 'choice',
  values,
  options,
  writable: true,
});
/** What the page shows, with the page's own ways to change it. */
const shown = (): Observation =>
  ticket({
    record: record(),
    url: `${rt.url}/Ticket/Display.html?id=5`,
    account: 'maya',
    fields: [
      field('status', 'Status', ['open'], ['open', 'stalled']),
      { ...field('tags', 'Tags', ['refund'], null), kind: 'tags' },
      field(
        'assignee',
        'Owner',
        ['maya (Maya Lindqvist)'],
        ['Nobody in particular', 'maya (Maya Lindqvist)', 'omar (Omar Haddad)'],
      ),
    ],
    abilities: [
      { tool: 'insert_draft', class: 'R1', channel: 'page' },
      { tool: 'set_status', class: 'R2', channel: 'page' },
      { tool: 'assign', class: 'R2', channel: 'page' },
    ],
  });
const pages: Pages = {
  attach: async () => refuse('no-page'),
  watch: () => () => undefined,
  ask: async (_page, message) => {
    asked.push(message);
    if (!pageThere) return refuse('no-page');
    if (message.type === 'look')
      return ok({ type: 'seen', seen: shown(), sessionPossible: true } satisfies FromPage);
    return ok({ type: 'outcome', outcome: null, since: 0 } satisfies FromPage);
  },
};
const desk = withTokens(
  pages,
  { of: async () => given, fetch: (url, init) => fetch(url, init) },
  { proofMs: 400, pollMs: 50, rulesMs: 0 },
);
const page = { tabId: 1, documentId: 'd' };

async function look(
  channel: 'page' | 'token',
  of = channel === 'token' ? record() : null,
): Promise<Observation> {
  const answer = await desk.ask(page, { type: 'look', channel, record: of, sessionAllowed: false });
  if (!answer.ok || answer.value.type !== 'seen') throw new Error(JSON.stringify(answer));
  return answer.value.seen;
}
const bind = (seen: Observation): Binding => ({
  record: seen.record,
  account: seen.account,
  requester: requesterOf(seen),
  conversation: conversationOf(seen),
  values: [],
  composer: null,
  channel: 'token',
  documentId: '',
});
async function act(tool: string, input: unknown, key = `${tool}-${++acts}`, bound?: Binding) {
  const binding = bound ?? bind(await look('token'));
  const answer = await desk.ask(page, {
    type: 'act',
    key,
    tool,
    input: JSON.stringify(input),
    binding,
    channel: 'token',
    record: record(),
    sessionAllowed: false,
  });
  if (!answer.ok || answer.value.type !== 'outcome' || !answer.value.outcome)
    throw new Error(JSON.stringify(answer));
  return answer.value.outcome;
}

test('with a token what the API can do goes by it, and the rest by the page', async () => {
  const seen = await look('page');
  const channel = (tool: string) => seen.abilities.find((a) => a.tool === tool)?.channel;
  expect(channel('set_status')).toBe('token');
  expect(channel('add_note')).toBe('token');
  expect(channel('send_reply')).toBe('token');
  expect(channel('assign')).toBe('token');
  expect(channel('insert_draft')).toBe('page');
  given = null;
  expect((await look('page')).abilities).toEqual(shown().abilities);
});

test('a look by token says what the API says, and who acts', async () => {
  const seen = await look('token');
  expect(seen.account, 'whose the token is, not what a token is').toBe('maya');
  expect(findField(seen, 'assignee')?.values).toEqual(['maya (Maya Lindqvist)']);
  expect(findField(seen, 'status')).toMatchObject({ values: ['open'], writable: true });
  expect(seen.messages.map((m) => [m.key, m.role])).toEqual([['31', 'customer']]);
});

test('a change is done, proved in the record, and asked twice done once; the page is told nothing of it', async () => {
  const first = await act('set_status', { status: 'stalled' }, 'key-1');
  const again = await act('set_status', { status: 'stalled' }, 'key-1');
  expect(first).toMatchObject({ status: 'done', proof: 'Read back from the record (token).' });
  expect(again).toEqual(first);
  expect(rt.writes()).toHaveLength(1);
  expect(asked.every((message) => message.type === 'look')).toBe(true);
  expect(JSON.stringify(asked)).not.toContain(TOKEN);
});

test('a note and a reply are two things, and each stands in the record as what it is', async () => {
  expect(await act('add_note', { body: 'Known batch.' })).toMatchObject({ status: 'done', messageKey: '32' });
  expect(await act('send_reply', { body: 'It is on its way.' })).toMatchObject({
    status: 'done',
    messageKey: '33',
  });
  expect(rt.ticket().messages.map((m) => m.Type)).toEqual(['Create', 'Comment', 'Correspond']);
});

test('a colleague’s tag in between is not lost: the version refuses the write', async () => {
  const binding = bind(await look('token'));
  rt.lab.colleague = true;
  expect(await act('add_tag', { tag: 'photo' }, 'tag', binding)).toMatchObject({
    status: 'failed',
    refusal: { code: 'changed-since' },
  });
  expect(rt.ticket().Tags).toEqual(['refund', 'vip']);
});

test('a field that a colleague changed between our look and our write: refused, with what it was and is', async () => {
  const seen = await look('token');
  const binding = { ...bind(seen), values: [{ scope: 'record' as const, name: 'status', values: ['open'] }] };
  rt.lab.closedBetween = true;
  expect(await act('set_status', { status: 'stalled' }, 'raced', binding)).toMatchObject({
    status: 'failed',
    refusal: { code: 'changed-since', detail: 'Status: was “open”, is now “resolved”.' },
  });
  expect(rt.ticket().Status).toBe('resolved');
});

test('an owner by the label that people see, and back to nobody', async () => {
  expect(await act('assign', { assignee: 'omar (Omar Haddad)' })).toMatchObject({ status: 'done' });
  expect(rt.ticket().Owner).toBe('omar');
  expect(await act('assign', { assignee: 'Nobody in particular' })).toMatchObject({ status: 'done' });
  expect(rt.ticket().Owner).toBe('Nobody');
});

test('an account without the right is offered no message, and each refusal names the right that it lacks', async () => {
  const binding = bind(await look('token'));
  rt.lab.mayModify = false;
  const seen = await look('token');
  expect(seen.lacking).toContainEqual({ operation: 'note', right: 'CommentOnTicket' });
  const channel = (tool: string) => seen.abilities.find((a) => a.tool === tool)?.channel;
  // of fields a life cycle may list nothing, whoever asks: Request Tracker itself says no to those
  expect([channel('add_note'), channel('send_reply')]).not.toContain('token');
  for (const [tool, input, right] of [
    ['set_status', { status: 'stalled' }, 'ModifyTicket'],
    ['assign', { assignee: 'omar (Omar Haddad)' }, 'ReassignTicket'],
    ['add_tag', { tag: 'photo' }, 'ModifyCustomField'],
    ['add_note', { body: 'Known.' }, 'CommentOnTicket'],
    ['send_reply', { body: 'On its way.' }, 'ReplyToTicket'],
  ] as const) {
    const outcome = await act(tool, input, `weak-${tool}`, binding);
    expect(outcome, tool).toMatchObject({ status: 'failed', refusal: { code: 'no-right' } });
    expect(outcome.refusal?.detail, tool).toContain(right);
  }
  expect(rt.writes()).toEqual([]);
});

test.each([
  [401, 'token-refused'],
  [403, 'no-right'],
  [404, 'not-found'],
  [409, 'conflict'],
  [412, 'changed-since'],
  [422, 'not-accepted'],
  [429, 'rate-limited'],
])('an answer of %i has an outcome of its own: %s', async (status, code) => {
  rt.lab.status = status;
  expect(await act('set_status', { status: 'stalled' })).toMatchObject({
    status: 'failed',
    refusal: { code },
  });
  expect(rt.writes()).toEqual([]);
});

test('an answer that is lost is settled by reading, never by trying again', async () => {
  rt.lab.drop = true;
  expect(await act('send_reply', { body: 'On its way.' })).toMatchObject({ status: 'done' });
  expect(rt.writes()).toEqual(['POST /ticket/5/correspond']);
});

test('the tab may be gone: the record is reached all the same, a token that was taken away is the end of it', async () => {
  pageThere = false;
  expect((await look('token')).record.id).toBe('5');
  given = null;
  const answer = await desk.ask(page, {
    type: 'look',
    channel: 'token',
    record: record(),
    sessionAllowed: false,
  });
  expect(answer).toMatchObject({ ok: true, value: { type: 'refused', refusal: { code: 'no-permission' } } });
});
