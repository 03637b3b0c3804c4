import { Client as HubspotClient } from '@hubspot/api-client';
import { IntercomClient } from 'intercom-client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import hubspot from '../../sites/hubspot';
import intercom from '../../sites/intercom';
import { both, failure, kindsOf } from './compared';
import { go, vendor } from './vendor';
import { openHubspot } from './vendor-mocks/hubspot';
import { openIntercom } from './vendor-mocks/intercom';

// The vendors' own clients are generated from the descriptions that the vendors publish. Here they ask the same
// servers as our descriptors do: what they do not send, and what they cannot read, was our mistake.

describe('Intercom, and its own client', () => {
  let desk: Awaited<ReturnType<typeof openIntercom>>;
  const ours = () => vendor(intercom, desk.url, '9001', 'tok-1');
  const theirs = (token = 'tok-1') => new IntercomClient({ token, baseUrl: desk.url, maxRetries: 0 });
  beforeAll(async () => {
    desk = await openIntercom();
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.reset());

  const admin = { type: 'admin', admin_id: '11' } as const;
  const parts = (body: Parameters<IntercomClient['conversations']['manage']>[0]['body']) =>
    theirs().conversations.manage({ conversation_id: '9001', body });
  const say = (message_type: 'note' | 'comment') =>
    theirs().conversations.reply({
      conversation_id: '9001',
      body: { ...admin, message_type, body: '<p>Checked.</p>' },
    });
  const WRITES = {
    close: [() => ours().set('status', 'Closed'), () => parts({ ...admin, message_type: 'close' })],
    open: [
      () => ours().set('status', 'Open'),
      () => parts({ message_type: 'open', admin_id: admin.admin_id }),
    ],
    assign: [
      () => ours().set('assignee', 'Maya Lindqvist'),
      () => parts({ ...admin, message_type: 'assignment', assignee_id: '11' }),
    ],
    'put a tag on': [
      () => ours().writer().addTag('vip', go),
      () => theirs().tags.tagConversation({ conversation_id: '9001', id: '72', admin_id: '11' }),
    ],
    'take a tag off': [
      () => ours().writer().removeTag('returns', go),
      () => theirs().tags.untagConversation({ conversation_id: '9001', tag_id: '71', admin_id: '11' }),
    ],
    note: [() => ours().writer().post('internal', 'Checked.', go), () => say('note')],
    reply: [() => ours().writer().post('public', 'Checked.', go), () => say('comment')],
  } satisfies Record<string, [() => Promise<unknown>, () => PromiseLike<unknown>]>;

  test.each(Object.entries(WRITES))('%s: the very same request', async (_name, [our, their]) => {
    const sent = await both(desk, our, async () => their());
    expect(sent.our).toHaveLength(1);
    expect(sent.our).toEqual(sent.their);
  });

  test('a change made by either is read by the other', async () => {
    await ours().set('status', 'Closed');
    await ours().set('assignee', 'Maya Lindqvist');
    await ours().writer().addTag('vip', go);
    await ours().writer().post('internal', 'Checked.', go);
    const read = await theirs().conversations.find({ conversation_id: '9001' });
    expect(read).toMatchObject({ id: '9001', title: 'Torn sleeve', state: 'closed', admin_assignee_id: 11 });
    expect(read.tags?.tags?.map((tag) => tag.name)).toEqual(['returns', 'vip']);
    expect(read.source.author?.email).toBe('tamsin@quillmail.example');
    expect(read.conversation_parts?.conversation_parts?.at(-1)).toMatchObject({
      part_type: 'note',
      body: '<p>Checked.</p>',
      author: { type: 'admin', id: '11' },
    });
    await parts({ message_type: 'open', admin_id: '11' });
    await say('comment');
    const seen = await ours().seen();
    expect(seen.fields.find((field) => field.name === 'status')?.values).toEqual(['Open']);
    expect(seen.messages.at(-1)).toMatchObject({ role: 'agent', text: 'Checked.' });
  });

  test('what our descriptor asks for is what the client asks for, and nothing else', async () => {
    for (const [our] of Object.values(WRITES)) expect(await our()).toMatchObject({ outcome: 'accepted' });
    const our = kindsOf(desk.asked());
    desk.reset();
    expect((await theirs().admins.identify())?.email).toBe('maya@saltmarsh.example');
    const { admins } = await theirs().admins.list();
    expect(admins?.map((one) => one?.name)).toEqual(['Maya Lindqvist', 'Omar Haddad']);
    expect((await theirs().tags.list()).data?.map((tag) => tag.name)).toEqual(['returns', 'vip']);
    await theirs().conversations.find({ conversation_id: '9001' });
    for (const [, their] of Object.values(WRITES)) await their();
    expect(our).toEqual(kindsOf(desk.asked()));
  });

  test('a tag is answered by the tag, any other write by the conversation', async () => {
    const put = await theirs().tags.tagConversation({ conversation_id: '9001', id: '72', admin_id: '11' });
    expect(put).toEqual({ type: 'tag', id: '72', name: 'vip' });
    expect(await parts({ ...admin, message_type: 'close' })).toMatchObject({ id: '9001', state: 'closed' });
  });

  // 409, 422 and 429 have no class of their own in these operations: the client knows them by number and body
  test.each([
    [403, 'ForbiddenError'],
    [404, 'NotFoundError'],
    [409, 'IntercomError'],
    [422, 'IntercomError'],
    [429, 'IntercomError'],
  ])('%i is the client’s %s with Intercom’s list of errors', async (status, name) => {
    desk.lab.status = status;
    const error = await failure(parts({ ...admin, message_type: 'close' }));
    expect((error as Error).constructor.name).toBe(name);
    expect(error).toMatchObject({
      statusCode: status,
      body: { type: 'error.list', errors: [{ code: expect.any(String), message: expect.any(String) }] },
    });
  });

  test('another token is the client’s UnauthorizedError, an unknown tag its NotFoundError', async () => {
    const nobody = await failure(theirs('wrong').conversations.find({ conversation_id: '9001' }));
    expect((nobody as Error).constructor.name).toBe('UnauthorizedError');
    expect(nobody).toMatchObject({ statusCode: 401, body: { errors: [{ code: 'unauthorized' }] } });
    const tag = { conversation_id: '9001', id: '99', admin_id: '11' };
    const missing = await failure(theirs().tags.tagConversation(tag));
    expect((missing as Error).constructor.name).toBe('NotFoundError');
  });
});

describe('HubSpot, and its own client', () => {
  let desk: Awaited<ReturnType<typeof openHubspot>>;
  const ours = () => vendor(hubspot, desk.url, '77', 'pat-1');
  const crm = (accessToken = 'pat-1') => new HubspotClient({ accessToken, basePath: desk.url }).crm;
  beforeAll(async () => {
    desk = await openHubspot();
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.reset());

  const PROPERTIES = ['subject', 'hs_pipeline_stage', 'hs_ticket_priority', 'hubspot_owner_id'];
  const ticket = () => crm().tickets.basicApi.getById('77', PROPERTIES, undefined, ['contacts']);
  const update = (properties: Record<string, string>) => crm().tickets.basicApi.update('77', { properties });
  const FIELDS = [
    ['status', 'Waiting on contact', { hs_pipeline_stage: '2' }],
    ['priority', 'High', { hs_ticket_priority: 'HIGH' }],
    ['assignee', 'omar@saltmarsh.example', { hubspot_owner_id: '22' }],
  ] as const;

  test.each(FIELDS)('%s: the very same request', async (name, label, properties) => {
    const sent = await both(
      desk,
      () => ours().set(name, label),
      () => update(properties),
    );
    expect(sent.our).toHaveLength(1);
    expect(sent.our).toEqual(sent.their);
  });

  test('a change made by either is read by the other', async () => {
    for (const [name, label] of FIELDS) await ours().set(name, label);
    const read = await ticket();
    expect(read.properties).toMatchObject(Object.assign({}, ...FIELDS.map(([, , properties]) => properties)));
    expect(read.createdAt.toISOString()).toBe('2026-11-01T08:00:00.000Z');
    expect(read.associations?.contacts?.results.map((one) => one.id)).toEqual(['301']);
    const made = await update({ hs_pipeline_stage: '4' });
    expect(made).toMatchObject({ id: '77', properties: { hs_pipeline_stage: '4' } });
    expect((await ours().field('status'))?.values).toEqual(['Closed']);
  });

  // The client has no threads: the conversation is held against the documentation alone.
  const THREADS = /^\w+ \/conversations\/v3\//;
  // The client writes the list of owners with a slash at its end, the reference without; both are served.
  const bare = (kinds: string[]) => kinds.map((kind) => kind.replace(/\/$/, ''));

  test('of the CRM our descriptor asks for what the client asks for, and nothing else', async () => {
    for (const [name, label] of FIELDS) await ours().set(name, label);
    await ours().writer().post('internal', 'Checked.', go);
    const our = kindsOf(desk.asked());
    desk.reset();
    await ticket();
    const { properties } = await crm().contacts.basicApi.getById('301', ['firstname', 'lastname', 'email']);
    expect(properties).toMatchObject({ firstname: 'Tamsin', email: 'tamsin@quillmail.example' });
    const owners = await crm().owners.ownersApi.getPage(undefined, undefined, 500);
    expect(owners.results.map((one) => [one.id, one.email, one.type])).toEqual([
      ['21', 'maya@saltmarsh.example', 'PERSON'],
      ['22', 'omar@saltmarsh.example', 'PERSON'],
    ]);
    const pipelines = await crm().pipelines.pipelinesApi.getAll('tickets');
    expect(pipelines.results[0]?.stages.map((one) => [one.id, one.label])).toEqual([
      ['1', 'New'],
      ['2', 'Waiting on contact'],
      ['4', 'Closed'],
    ]);
    await update({ hs_ticket_priority: 'HIGH' });
    expect(our.filter((kind) => !THREADS.test(kind))).toEqual(bare(kindsOf(desk.asked())).toSorted());
    expect(our.filter((kind) => THREADS.test(kind))).toEqual([
      'GET /conversations/v3/conversations/threads',
      'GET /conversations/v3/conversations/threads/5005/messages',
      'POST /conversations/v3/conversations/threads/5005/messages',
    ]);
  });

  // Properties in one list with commas or one by one: the reference takes both, the client sends the second.
  test('queries are the same, but for how a list is written', async () => {
    await ours().seen();
    const queryOf = (path: string) => {
      const entries = desk
        .asked()
        .flatMap((one) => (one.path.replace(/\/$/, '') === path ? [...one.query] : []));
      return [...new Set(entries.flatMap(([key, value]) => value.split(',').map((one) => `${key}=${one}`)))];
    };
    const paths = ['/crm/v3/objects/tickets/77', '/crm/v3/objects/contacts/301', '/crm/v3/owners'];
    const our = paths.map((path) => queryOf(path).toSorted());
    desk.reset();
    await ticket();
    await crm().contacts.basicApi.getById('301', ['firstname', 'lastname', 'email']);
    await crm().owners.ownersApi.getPage(undefined, undefined, 500);
    expect(our).toEqual(paths.map((path) => queryOf(path).toSorted()));
    expect(our.flat()).toContain('associations=contacts');
  });

  test.each([403, 404, 409, 422, 429])('%i is the client’s error with HubSpot’s body', async (status) => {
    desk.lab.status = status;
    const error = await failure(update({ hs_ticket_priority: 'HIGH' }));
    expect((error as Error).constructor.name).toBe('ApiException');
    expect(error).toMatchObject({
      code: status,
      body: {
        status: 'error',
        category: expect.any(String),
        message: expect.any(String),
        correlationId: expect.stringMatching(/^[\da-f-]{36}$/),
      },
    });
    expect(desk.writes()).toEqual([]);
  });

  test('a rate limit names its policy, by which the client waits and asks again', async () => {
    desk.lab.status = 429;
    const error = await failure(update({ hs_ticket_priority: 'HIGH' }));
    expect(error).toMatchObject({ body: { policyName: 'TEN_SECONDLY_ROLLING' } });
  });

  test('another token is the client’s error 401', async () => {
    const error = await failure(crm('wrong').tickets.basicApi.getById('77'));
    expect(error).toMatchObject({ code: 401, body: { category: 'INVALID_AUTHENTICATION' } });
  });
});
