import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findField } from '../../core/observation';
import { openOsticket } from './fixtures/osticket/server';
import { SiteLab } from './site-lab';

let desk: Awaited<ReturnType<typeof openOsticket>>;
let lab: SiteLab;

beforeAll(async () => {
  desk = await openOsticket();
  lab = await SiteLab.open();
});
afterAll(async () => {
  await lab?.close();
  await desk?.close();
});
beforeEach(async () => {
  desk.reset();
  await lab.goto(`${desk.url}/scp/tickets.php?id=3`);
});

const DRAFT = 'Hello Tamsin,\n\nyour **new** jacket is on its way.';
const wrote = () => desk.ledger().map((row) => row.what);
/** The lock is taken and given back beside what is meant. */
const facts = () => ({ ...desk.state(), lock: null });

describe('reading', () => {
  test.each([false, true])('the ticket and who wrote what, newest first: %s', async (newestFirst) => {
    desk.lab.newestFirst = newestFirst;
    await lab.goto(`${desk.url}/scp/tickets.php?id=3`);
    const seen = await lab.look();
    expect(seen.record).toMatchObject({ site: 'osticket', type: 'ticket', id: '3' });
    expect(seen.subject).toBe('Torn sleeve');
    expect(seen.requester).toEqual({ name: 'Tamsin Orrey', email: 'tamsin@quillmail.example' });
    expect(seen.account).toBe('Maya');
    expect(seen.messages.map((m) => [m.key, m.role, m.author])).toEqual([
      ['thread-entry-5', 'customer', 'Tamsin Orrey'],
      ['thread-entry-6', 'note', 'Omar Haddad'],
      ['thread-entry-7', 'agent', 'Maya Lindqvist'],
    ]);
    expect(seen.messages[0]?.text).toBe('The sleeve is torn.\n\nOrder SM-20418');
    expect(seen.messages[0]?.attachments).toEqual(['tear.jpg']);
    expect(seen.notes).toEqual([]);
    expect(findField(seen, 'status')).toMatchObject({
      values: ['Open'],
      options: ['Open', 'Resolved', 'Closed'],
    });
    expect(findField(seen, 'priority')?.values).toEqual(['Normal']);
    expect(findField(seen, 'assignee')?.values).toEqual(['— Unassigned —']);
    expect(seen.fields.every((f) => f.writable)).toBe(true);
  });

  test('a closed ticket has no assignee to change, and one moved on to without a load is another', async () => {
    desk.change((state) => {
      state.status = 3;
    });
    await lab.goto(`${desk.url}/scp/tickets.php?id=3`);
    const seen = await lab.look();
    expect(findField(seen, 'assignee')).toBeUndefined();
    expect(seen.notes).toEqual(['Not found on this page: Assigned To.']);
    desk.lab.shownId = 4;
    await lab.page.locator('h2 a').evaluate((link) => link.setAttribute('href', 'tickets.php?id=4'));
    await lab.page.locator('h2 a').click();
    await lab.page.waitForURL(/id=4$/);
    await expect.poll(async () => (await lab.look()).record.id).toBe('4');
  });

  test('the session sees the same, read off the page that is fetched', async () => {
    const [page, session] = [await lab.look(), await lab.look('session')];
    expect({ ...session, abilities: [] }).toEqual({ ...page, abilities: [] });
  });

  test('an address and a page that disagree are no record', async () => {
    desk.lab.shownId = 4;
    await lab.goto(`${desk.url}/scp/tickets.php?id=3`);
    expect((await lab.look()).record.type).toBe('document');
    await expect(lab.look('session')).rejects.toThrow(/other-record/);
  });
});

describe('the two boxes', () => {
  test('the one that is shown counts, and its visibility is known by three signs', async () => {
    expect((await lab.look()).composer).toMatchObject({
      present: true,
      visibility: 'public',
      recipients: ['tamsin@quillmail.example'],
    });
    await lab.open('internal');
    expect((await lab.look()).composer).toMatchObject({ present: true, visibility: 'internal' });
    await lab.page.evaluate(() => {
      for (const li of document.querySelectorAll('#response-tabs li')) li.classList.toggle('active');
    });
    expect((await lab.look()).composer.visibility).toBe('unknown');
  });

  test('whom a reply goes to follows the list: all who take part, the requester alone, or nobody', async () => {
    await lab.page.evaluate(() =>
      document
        .querySelector('#user-row')
        ?.insertAdjacentHTML(
          'afterend',
          '<tr><td><div style="display:none"><select id="collabselection" name="ccs[]" multiple><option selected>Bea Nowak</option></select></div></td></tr>',
        ),
    );
    const told: Record<string, string[]> = {};
    for (const who of ['all', 'user', 'none']) {
      await lab.page.locator('#reply-to').selectOption(who);
      told[who] = (await lab.look()).composer.recipients;
    }
    expect(told).toEqual({
      all: ['tamsin@quillmail.example', 'Bea Nowak'],
      user: ['tamsin@quillmail.example'],
      none: [],
    });
  });

  test('a draft goes in, nothing is sent, and undo takes it out again', async () => {
    await lab.page.locator('form#reply .redactor-in').evaluate((box) => {
      box.innerHTML = '<p>half a sentence</p>';
    });
    let inBetween = '';
    const { done, undone } = await lab.runAndUndo('insert_draft', { body: DRAFT }, 'page', async () => {
      inBetween = (await lab.look()).composer.text;
    });
    expect(done.outcome.status).toBe('done');
    expect(inBetween).toMatch(/^Hello Tamsin,\s+your new jacket is on its way\.\s+half a sentence$/);
    expect(undone.outcome.status).toBe('done');
    expect((await lab.look()).composer.text).toBe('half a sentence');
    expect(desk.ledger()).toEqual([]);
  });

  test('neither kind of message ever leaves by the other’s box', async () => {
    expect((await lab.run('add_note', { body: DRAFT }, 'page')).outcome.refusal?.code).toBe(
      'wrong-visibility',
    );
    await lab.open('internal');
    expect((await lab.run('send_reply', { body: DRAFT }, 'page')).outcome.refusal?.code).toBe(
      'wrong-visibility',
    );
    expect(desk.ledger()).toEqual([]);
  });

  test.each(['public', 'internal'] as const)('%s, by its button', async (visibility) => {
    await lab.open(visibility);
    const tool = visibility === 'public' ? 'send_reply' : 'add_note';
    await lab.run(tool, { body: DRAFT }, 'page').catch(() => null);
    await expect.poll(wrote).toEqual([visibility === 'public' ? 'reply' : 'postnote']);
    expect(JSON.stringify(desk.ledger()[0]?.sent)).not.toContain('status_id');
    expect(desk.state().entries.at(-1)).toMatchObject({
      type: visibility === 'public' ? 'response' : 'note',
    });
  });
});

describe('over the session', () => {
  const cases = [
    ['set_priority', { priority: 'High' }, { priority: 'High' }],
    ['assign', { assignee: 'Maya Lindqvist' }, { assignee: 'Maya Lindqvist' }],
  ] as const;
  test.each(cases)('%s %j is done, proved and taken back', async (tool, input, becomes) => {
    const before = facts();
    const { done, undone } = await lab.runAndUndo(tool, input, 'session', () => {
      expect(desk.state()).toMatchObject(becomes);
    });
    expect(done.ability).toMatchObject({ channel: 'session', class: 'R2' });
    expect(done.outcome).toMatchObject({ status: 'done' });
    expect(undone.outcome).toMatchObject({ status: 'done' });
    expect(facts()).toEqual(before);
    expect(desk.ledger()).toHaveLength(2);
  });

  test('a status is set and taken back, and what closing did besides stands in the receipt', async () => {
    const { done, undone } = await lab.runAndUndo('set_status', { status: 'Resolved' }, 'session', () => {
      expect(desk.state()).toMatchObject({ status: 2, assignee: 'Maya Lindqvist' });
    });
    expect(done.outcome).toMatchObject({ status: 'done' });
    expect(undone.outcome.status).toBe('done');
    expect(JSON.stringify([done.outcome.observed, undone.outcome.observed])).toContain('Assigned To');
    // the helpdesk gives a ticket to whoever closes it
    expect(facts()).toMatchObject({ status: 1, assignee: 'Maya Lindqvist' });
  });

  test('where locks are switched off, and to a ticket that a colleague closed meanwhile', async () => {
    desk.lab.noLocks = true;
    desk.change((state) => {
      state.status = 3;
    });
    expect((await lab.run('send_reply', { body: DRAFT }, 'session')).outcome.status).toBe('done');
    await lab.run('add_note', { body: DRAFT }, 'page').catch(() => null);
    // no status was sent along: it stays closed
    expect(desk.state()).toMatchObject({ status: 3 });
    expect(desk.ledger()[0]?.sent).not.toHaveProperty('reply_status_id');
  });

  test('a note is internal, keeps the status, and is answered by another when it is taken back', async () => {
    desk.change((state) => {
      state.status = 3;
    });
    const { done, seed } = await lab.runAndUndo('add_note', { body: DRAFT }, 'session', () => {
      expect(desk.state().entries.at(-1)?.type).toBe('note');
      expect(desk.state().status).toBe(3);
    });
    expect(done.ability).toMatchObject({ class: 'R3', channel: 'session' });
    expect(done.outcome).toMatchObject({ status: 'done', messageKey: 'thread-entry-9' });
    expect(seed.tool).toBe('add_note');
    expect(desk.state().entries.map((e) => e.type)).toEqual(['message', 'note', 'response', 'note', 'note']);
  });

  test('a reply is public, to the requester alone, with the lock’s code', async () => {
    const { outcome } = await lab.run('send_reply', { body: DRAFT }, 'session');
    expect(outcome).toMatchObject({ status: 'done', messageKey: 'thread-entry-9' });
    expect(desk.ledger()).toMatchObject([
      { what: 'reply', sent: { a: 'reply', 'reply-to': 'user', lockCode: 'lock-77', signature: 'mine' } },
    ]);
    expect(desk.state().entries.at(-1)).toMatchObject({ type: 'response' });
  });

  test('a ticket that a colleague holds, a right that is missing, a name that is not there, a session that ended', async () => {
    desk.lab.lockedBy = 'Omar';
    expect((await lab.run('send_reply', { body: DRAFT }, 'session')).outcome).toMatchObject({
      status: 'failed',
      refusal: { code: 'site-refused', detail: 'Action Denied. Ticket is locked by someone else!' },
    });
    expect((await lab.run('set_priority', { priority: 'Purple' }, 'session')).outcome.refusal?.code).toBe(
      'unknown-value',
    );
    desk.lab.mayEdit = false;
    expect((await lab.run('set_status', { status: 'Closed' }, 'session')).outcome.refusal?.code).toBe(
      'no-right',
    );
    expect((await lab.run('set_priority', { priority: 'Low' }, 'session')).outcome.refusal?.code).toBe(
      'no-right',
    );
    desk.lab.signedOut = true;
    await expect(lab.look('session')).rejects.toThrow(/signed-out/);
    expect(desk.ledger()).toEqual([]);
  });

  test('the answer is lost after the server did it: done once, and settled by reading', async () => {
    desk.lab.dropAnswer = true;
    expect((await lab.run('send_reply', { body: DRAFT }, 'session')).outcome.status).toBe('done');
    expect(wrote()).toEqual(['reply']);
  });
});

describe('by the page’s own dialogs', () => {
  const cases = [
    ['set_status', { status: 'Closed' }, { status: 3 }],
    ['set_priority', { priority: 'Low' }, { priority: 'Low' }],
    ['assign', { assignee: 'Omar Haddad' }, { assignee: 'Omar Haddad' }],
  ] as const;
  test.each(cases)('%s %j', async (tool, input, becomes) => {
    await lab.run(tool, input, 'page').catch(() => null);
    await expect.poll(() => desk.state()).toMatchObject(becomes);
    expect(desk.ledger()).toHaveLength(1);
  });
});
