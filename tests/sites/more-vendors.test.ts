import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import chatwoot from '../../sites/chatwoot';
import freshdesk from '../../sites/freshdesk';
import front from '../../sites/front';
import gorgias from '../../sites/gorgias';
import helpScout from '../../sites/help-scout';
import { go, vendor } from './vendor';
import { openChatwoot } from './vendor-mocks/chatwoot';
import { openFreshdesk } from './vendor-mocks/freshdesk';
import { openFront } from './vendor-mocks/front';
import { openGorgias } from './vendor-mocks/gorgias';
import { openHelpScout } from './vendor-mocks/help-scout';

const ERRORS = [
  [403, 'no-right'],
  [404, 'not-found'],
  [409, 'conflict'],
  [412, 'changed-since'],
  [422, 'not-accepted'],
  [429, 'rate-limited'],
] as const;
const TALK = [
  ['customer', 'The sleeve is torn.'],
  ['note', 'Known batch.'],
  ['agent', 'Could you send a photo?'],
];
type Desk = {
  url: string;
  close(): Promise<void>;
  reset(): void;
  state(): unknown;
  writes(): { path: string; body: Record<string, unknown> }[];
  lab: { status: number; drop: boolean };
};

/** What each of them is: its fields with another value, and how a note and a reply look on the wire. */
const VENDORS = [
  {
    site: freshdesk,
    open: openFreshdesk as () => Promise<Desk>,
    id: '318',
    token: 'key-1',
    account: 'maya@saltmarsh.example',
    talk: [...TALK, ['customer', 'Here it is.']],
    fields: {
      status: ['Open', 'Resolved'],
      priority: ['Medium', 'Urgent'],
      assignee: ['Omar Haddad', 'Maya Lindqvist'],
    },
    note: { private: true },
    reply: { body: expect.stringContaining('On its way.') },
    tags: false,
  },
  {
    site: chatwoot,
    open: openChatwoot as () => Promise<Desk>,
    id: '41',
    token: 'tok-1',
    account: 'maya@saltmarsh.example',
    talk: TALK,
    fields: {
      status: ['Open', 'Resolved'],
      priority: ['Low', 'Urgent'],
      assignee: ['Omar Haddad', 'Maya Lindqvist'],
    },
    note: { private: true, message_type: 'outgoing' },
    reply: { private: false, message_type: 'outgoing' },
    tags: false,
  },
  {
    site: helpScout,
    open: openHelpScout as () => Promise<Desk>,
    id: '318',
    token: 'tok-1',
    account: 'maya@saltmarsh.example',
    talk: TALK,
    fields: { status: ['Pending', 'Closed'], assignee: ['omar@saltmarsh.example', 'maya@saltmarsh.example'] },
    note: { text: expect.stringContaining('batch') },
    reply: { customer: { email: 'tamsin@quillmail.example' }, status: 'pending' },
    tags: false,
  },
  {
    site: gorgias,
    open: openGorgias as () => Promise<Desk>,
    id: '318',
    token: 'maya@saltmarsh.example:key-1',
    account: 'maya@saltmarsh.example',
    talk: TALK,
    fields: { status: ['Open', 'Closed'], assignee: ['omar@saltmarsh.example', 'maya@saltmarsh.example'] },
    note: { channel: 'internal-note', public: false, sender: { email: 'maya@saltmarsh.example' } },
    reply: null,
    tags: true,
  },
  {
    site: front,
    open: openFront as () => Promise<Desk>,
    id: 'cnv_55c8c149',
    token: 'tok-1',
    account: 'Front API token',
    talk: TALK,
    fields: { status: ['Open', 'Archived'], assignee: ['omar@saltmarsh.example', 'maya@saltmarsh.example'] },
    note: { body: expect.stringContaining('batch') },
    reply: { type: 'email' },
    tags: true,
  },
] as const;

describe.each(VENDORS.map((v) => [v.site.name, v] as const))('%s', (_name, given) => {
  let desk: Desk;
  const at = (token: string = given.token) => vendor(given.site, desk.url, given.id, token);
  beforeAll(async () => {
    desk = await given.open();
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.reset());

  test('the ticket: who asked, who said what, what stays inside, the fields', async () => {
    const seen = await at().seen();
    expect(seen.subject).toBe('Torn sleeve');
    expect(seen.account).toBe(given.account);
    expect(seen.requester).toEqual({ name: 'Tamsin Orrey', email: 'tamsin@quillmail.example' });
    expect(seen.messages.map((m) => [m.role, m.text])).toEqual(given.talk);
    for (const [name, [value]] of Object.entries(given.fields))
      expect([name, await at().field(name)]).toMatchObject([name, { values: [value], writable: true }]);
    expect(await at().field('tags')).toMatchObject({ values: ['returns'], writable: given.tags });
  });

  test('each field by its label, and back again', async () => {
    const before = structuredClone(desk.state());
    for (const [name, [old, value]] of Object.entries(given.fields)) {
      expect(await at().set(name, value), name).toEqual({ outcome: 'accepted' });
      expect((await at().field(name))?.values).toEqual([value]);
      expect(await at().set(name, old), name).toEqual({ outcome: 'accepted' });
    }
    expect(desk.state()).toEqual(before);
    expect(await at().set('status', 'Nowhere')).toMatchObject({ refusal: { code: 'unknown-value' } });
    expect(await at().set('assignee', 'Nobody')).toMatchObject({ refusal: { code: 'unknown-value' } });
  });

  test('a note stays inside, a reply goes out, and both are read back as what they are', async () => {
    await at().writer().post('internal', 'Checked the **batch**.', go);
    const reply = await at().writer().post('public', 'On its way.', go);
    if (given.reply === null) expect(reply).toMatchObject({ refusal: { code: 'not-supported' } });
    else expect(reply).toMatchObject({ outcome: 'accepted' });
    expect(desk.writes().map((w) => w.body)).toMatchObject(
      given.reply === null ? [given.note] : [given.note, given.reply],
    );
    const said = (await at().seen()).messages.slice(given.talk.length).map((m) => m.role);
    expect(said.toSorted()).toEqual(given.reply === null ? ['note'] : ['agent', 'note']);
  });

  test('tags come and go one by one where the helpdesk can do that, and are not offered where it cannot', async () => {
    const made = await at().writer().addTag('photo', go);
    if (!given.tags) {
      expect(made).toMatchObject({ refusal: { code: 'not-supported' } });
      expect(desk.writes()).toEqual([]);
      return;
    }
    expect((await at().field('tags'))?.values).toEqual(['returns', 'photo']);
    await at().writer().removeTag('photo', go);
    expect((await at().field('tags'))?.values).toEqual(['returns']);
    for (const { body } of desk.writes()) expect(Object.values(body).flat()).toHaveLength(1);
  });

  test.each(ERRORS)('%i is %s', async (status, code) => {
    desk.lab.status = status;
    const value = given.fields.status[1];
    expect(await at().set('status', value)).toMatchObject({ outcome: 'refused', refusal: { code } });
    expect(desk.writes()).toEqual([]);
  });

  test('another token is nobody, another ticket is not found, a lost answer is unknown', async () => {
    const other = given.token.replace(/.$/, '9');
    expect(await at(other).look()).toMatchObject({ ok: false, refusal: { code: 'token-refused' } });
    const away = vendor(given.site, desk.url, '99', given.token);
    expect(await away.look()).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    desk.lab.drop = true;
    expect(await at().writer().post('internal', 'x', go)).toMatchObject({ outcome: 'unknown' });
    expect(desk.writes()).toHaveLength(1);
  });
});

describe('what is special', () => {
  const opened: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((desk) => desk.close()));
  });

  test('a person of several Chatwoot accounts is told so: their conversations share numbers', async () => {
    const desk = await openChatwoot();
    opened.push(desk);
    desk.as.accounts = 2;
    const look = await vendor(chatwoot, desk.url, '41', 'tok-1').look();
    expect(look).toMatchObject({ ok: false, refusal: { code: 'other-record' } });
    expect(JSON.stringify(look)).toContain('several Chatwoot accounts');
  });

  test('who may not list agents in Freshdesk still reads the rest; what was sent to a customer is not theirs', async () => {
    const desk = await openFreshdesk();
    opened.push(desk);
    Object.assign(desk.as, { mayList: false, source: 10 });
    const at = vendor(freshdesk, desk.url, '318', 'key-1');
    expect((await at.field('assignee'))?.values).toEqual([]);
    expect(await at.set('assignee', 'Maya Lindqvist')).toMatchObject({ refusal: { code: 'no-right' } });
    expect((await at.seen()).messages.map((m) => m.text)).not.toContain('The sleeve is torn.');
  });
});
