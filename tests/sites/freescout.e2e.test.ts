import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findField } from '../../core/observation';
import { openFreescout } from './fixtures/freescout/server';
import { SiteLab } from './site-lab';

let desk: Awaited<ReturnType<typeof openFreescout>>;
let lab: SiteLab;

beforeAll(async () => {
  desk = await openFreescout();
  lab = await SiteLab.open();
});
afterAll(async () => {
  await lab?.close();
  await desk?.close();
});
beforeEach(async () => {
  desk.reset();
  await lab.goto(`${desk.url}/conversation/3`);
});

const DRAFT = 'Hello Tamsin,\n\nyour **new** jacket is on its way.';
const actions = () => desk.ledger().map((row) => row.action);

describe('reading', () => {
  test('the conversation, who wrote what, and nothing that a person cannot see', async () => {
    const seen = await lab.look();
    expect(seen.record).toMatchObject({ site: 'freescout', type: 'ticket', id: '3' });
    expect(seen.subject).toBe('Torn sleeve');
    expect(seen.requester).toEqual({ name: 'Tamsin Orrey', email: 'tamsin@quillmail.example' });
    expect(seen.account).toBe('Maya (2)');
    expect(seen.messages.map((m) => [m.key, m.role, m.author])).toEqual([
      ['11', 'customer', 'Tamsin Orrey'],
      ['13', 'note', 'Omar Haddad'],
      ['14', 'agent', 'You'],
      ['15', 'customer', 'Tamsin Orrey'],
    ]);
    expect(seen.messages[0]?.text).toBe('The sleeve is torn.\nOrder SM-20418');
    expect(JSON.stringify(seen)).not.toContain('close all tickets');
    expect(seen.notes).toEqual([]);
    expect(findField(seen, 'status')).toMatchObject({
      values: ['Active'],
      options: ['Active', 'Pending', 'Closed'],
      writable: true,
    });
    expect(findField(seen, 'assignee')).toMatchObject({
      values: ['Anyone'],
      options: ['Anyone', 'Me', 'Omar Haddad', 'Kaja Brandvold'],
    });
    expect(seen.composer).toMatchObject({ present: false, openable: true });
  });

  test('the same over the session, read off the page that is fetched', async () => {
    const [page, session] = [await lab.look(), await lab.look('session')];
    expect(findField(session, 'status')?.options).toEqual(['Active', 'Pending', 'Closed', 'Spam']);
    const plain = (seen: typeof page) => ({
      ...seen,
      abilities: [],
      fields: seen.fields.map((f) => (f.name === 'status' ? { ...f, options: null } : f)),
    });
    expect(plain(session)).toEqual(plain(page));
  });

  test('a part that is no longer where it was is said, and what needs it is not offered', async () => {
    await lab.page.evaluate(() => {
      document.querySelector('#conv-status')?.removeAttribute('id');
      for (const note of document.querySelectorAll('.thread-type-note'))
        note.classList.replace('thread-type-note', 'thread-type-memo');
      for (const reply of document.querySelectorAll('.conv-reply, .conv-add-note')) reply.className = 'gone';
    });
    const seen = await lab.look();
    expect(seen.record.id).toBe('3');
    expect(seen.notes).toEqual([
      'Not found on this page: Status.',
      'For 1 of 4 messages the page does not say who wrote them.',
    ]);
    expect(seen.messages.map((m) => m.role)).toEqual(['customer', 'unknown', 'agent', 'customer']);
    const offered = seen.abilities.map((a) => a.tool);
    expect(offered).toContain('assign');
    expect(offered).not.toContain('set_status');
    expect(offered).not.toContain('insert_draft');
  });

  test('an address and a page that disagree are no record', async () => {
    desk.lab.shownId = 4;
    await lab.goto(`${desk.url}/conversation/3`);
    expect((await lab.look()).record.type).toBe('document');
    await expect(lab.look('session')).rejects.toThrow();
  });
});

describe('the reply box', () => {
  test('closed, public, internal: two signs say which, and a sign against them makes it unknown', async () => {
    await lab.open('public');
    expect((await lab.look()).composer).toMatchObject({
      present: true,
      visibility: 'public',
      recipients: ['tamsin@quillmail.example'],
    });
    // while the reply is open the helpdesk does not turn it into a note, and nobody else does
    expect(await lab.open('internal')).toMatchObject({ ok: false, refusal: { code: 'wrong-visibility' } });
    expect((await lab.look()).composer.visibility).toBe('public');
    await lab.page.locator('.note-btn-discard:visible').click();
    expect((await lab.look()).composer.present).toBe(false);
    await lab.open('internal');
    expect((await lab.look()).composer).toMatchObject({ visibility: 'internal', recipients: [] });
    await lab.page.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('.form-reply [name="is_note"]');
      if (box) box.value = '';
    });
    expect((await lab.look()).composer.visibility).toBe('unknown');
  });

  test('a draft goes in above the signature, nothing is sent, and undo puts the box back', async () => {
    await lab.open('public');
    const before = (await lab.look()).composer.text;
    expect(before).toContain('Saltmarsh Outfitters');
    let inBetween = '';
    const { done, undone } = await lab.runAndUndo('insert_draft', { body: DRAFT }, 'page', async () => {
      inBetween = (await lab.look()).composer.text;
    });
    expect(done.outcome).toMatchObject({ status: 'done' });
    expect(inBetween).toMatch(
      /^Hello Tamsin,\s+your new jacket is on its way\.\s[\s\S]*Saltmarsh Outfitters$/,
    );
    expect(undone.outcome).toMatchObject({ status: 'done' });
    expect((await lab.look()).composer.text).toBe(before);
    expect(desk.ledger()).toEqual([]);
  });

  test('the face that forwards to somebody else is no reply box: no draft goes in, nothing is sent from it', async () => {
    await lab.page.evaluate(() => document.querySelector<HTMLElement>('.conv-forward')?.click());
    const box = () => lab.page.locator('.note-editable').innerHTML();
    const before = await box();
    expect((await lab.look()).composer).toMatchObject({ present: false, recipients: [] });
    for (const tool of ['insert_draft', 'send_reply', 'add_note']) {
      const { outcome } = await lab.run(tool, { body: DRAFT }, 'page');
      expect(outcome, tool).toMatchObject({ status: 'failed' });
    }
    expect(await lab.open('public')).toMatchObject({ ok: false });
    expect(await box()).toBe(before);
    expect(actions()).not.toContain('send_reply');
  });

  test('a public reply is never sent from the note’s face of the box, nor a note from the reply’s', async () => {
    await lab.open('internal');
    expect((await lab.run('send_reply', { body: DRAFT }, 'page')).outcome).toMatchObject({
      status: 'failed',
      refusal: { code: 'wrong-visibility' },
    });
    await lab.page.locator('.note-btn-discard:visible').click();
    await lab.open('public');
    expect((await lab.run('add_note', { body: DRAFT }, 'page')).outcome).toMatchObject({
      status: 'failed',
      refusal: { code: 'wrong-visibility' },
    });
    expect(desk.ledger()).toEqual([]);
  });

  test('a draft that the helpdesk has saved meanwhile becomes the message, once', async () => {
    await lab.open('public');
    await lab.run('insert_draft', { body: DRAFT }, 'page');
    await expect.poll(() => desk.state().threads.filter((t) => t.type === 'draft').length).toBe(2);
    await lab.run('send_reply', { body: DRAFT }, 'page').catch(() => null);
    await expect.poll(actions).toEqual(['send_reply']);
    expect(desk.state().threads.filter((t) => t.html.includes('jacket is on'))).toMatchObject([
      { type: 'message' },
    ]);
  });

  test.each([
    ['public', 1],
    ['public', 3],
    ['internal', 3],
    ['internal', 4],
  ] as const)('%s, by its button, while the status is %s', async (visibility, status) => {
    desk.change((state) => {
      Object.assign(state, { status, userId: 4 });
    });
    await lab.goto(`${desk.url}/conversation/3`);
    await lab.open(visibility);
    const [tool, type] = visibility === 'public' ? ['send_reply', 'message'] : ['add_note', 'note'];
    // the page loads anew when it is sent, and the answer with it is gone
    await lab.run(tool as string, { body: DRAFT }, 'page').catch(() => null);
    await expect.poll(() => desk.state().threads.at(-1)?.type).toBe(type);
    expect(desk.state().threads.at(-1)?.html).toContain('your <');
    expect(actions()).toEqual(['send_reply']);
    // the form would have set both by the mailbox's own choice, and gone on to another conversation
    expect(desk.state()).toMatchObject({ status, userId: 4 });
    await lab.page.locator('html[data-ready]').waitFor();
    expect(lab.page.url()).toMatch(/\/conversation\/3$/);
  });
});

describe('over the session', () => {
  const cases = [
    ['set_status', { status: 'Closed' }, { status: 3 }],
    ['set_status', { status: 'Spam' }, { status: 4 }],
    ['assign', { assignee: 'Kaja Brandvold' }, { userId: 4 }],
    ['assign', { assignee: 'Me' }, { userId: 2 }],
  ] as const;
  test.each(cases)('%s %j is done, proved and taken back', async (tool, input, becomes) => {
    const before = desk.state();
    const { done, undone } = await lab.runAndUndo(tool, input, 'session', () => {
      expect(desk.state()).toMatchObject(becomes);
    });
    expect(done.ability).toMatchObject({ channel: 'session', class: 'R2' });
    expect(done.outcome).toMatchObject({ status: 'done' });
    expect(undone.outcome).toMatchObject({ status: 'done' });
    expect(desk.state()).toEqual(before);
    expect(desk.ledger()).toHaveLength(2);
  });

  test('a note is internal, changes neither status nor assignee, and can be taken away', async () => {
    desk.change((state) => {
      state.status = 3;
    });
    const { done, undone } = await lab.runAndUndo('add_note', { body: DRAFT }, 'session', () => {
      expect(desk.state().threads.at(-1)).toMatchObject({ type: 'note' });
      expect(desk.state()).toMatchObject({ status: 3, userId: null });
    });
    expect(done.ability).toMatchObject({ channel: 'session', class: 'R2' });
    expect(done.outcome).toMatchObject({ status: 'done', messageKey: '20' });
    expect(undone.outcome).toMatchObject({ status: 'done' });
    expect(actions()).toEqual(['send_reply', 'delete_thread']);
  });

  test('a reply is public and goes to the requester alone', async () => {
    const { ability, outcome } = await lab.run('send_reply', { body: DRAFT }, 'session');
    expect(ability).toMatchObject({ channel: 'session', class: 'R4' });
    expect(outcome).toMatchObject({ status: 'done', messageKey: '20' });
    expect(desk.ledger()[0]?.sent).toMatchObject({
      is_note: '',
      to: 'tamsin@quillmail.example',
      status: '1',
      user_id: '-1',
      conversation_id: '3',
    });
    expect(desk.state()).toMatchObject({ status: 1, userId: null });
  });

  test('with Cc on the conversation a reply over the session is refused: it names one person', async () => {
    desk.change((state) => {
      state.cc = ['boss@quillmail.example'];
    });
    expect((await lab.run('send_reply', { body: DRAFT }, 'session')).outcome).toMatchObject({
      status: 'failed',
      refusal: { code: 'not-supported' },
    });
    expect(desk.ledger()).toEqual([]);
  });

  test('what the helpdesk says no to: no right, no such person, signed out', async () => {
    desk.lab.mayUpdate = false;
    expect((await lab.run('set_status', { status: 'Closed' }, 'session')).outcome).toMatchObject({
      status: 'failed',
      refusal: { code: 'no-right', detail: expect.stringContaining('Not enough permissions') },
    });
    desk.lab.mayUpdate = true;
    expect((await lab.run('assign', { assignee: 'Nobody Here' }, 'session')).outcome).toMatchObject({
      status: 'failed',
      refusal: { code: 'unknown-value' },
    });
    desk.lab.signedOut = true;
    await expect(lab.look('session')).rejects.toThrow(/signed-out/);
    expect(desk.ledger()).toEqual([]);
  });

  test('the answer is lost after the server did it: not tried again, and settled by reading', async () => {
    desk.lab.dropAnswer = true;
    const { outcome } = await lab.run('add_note', { body: DRAFT }, 'session');
    expect(outcome).toMatchObject({ status: 'done' });
    expect(actions()).toEqual(['send_reply']);
  });
});

test('by the page’s own menus', async () => {
  await lab.run('set_status', { status: 'Pending' }, 'page').catch(() => null);
  await expect.poll(() => desk.state().status).toBe(2);
  await lab.page.waitForURL(/conversation\/5$/);
  await lab.goto(`${desk.url}/conversation/3`);
  await lab.run('assign', { assignee: 'Omar Haddad' }, 'page').catch(() => null);
  await expect.poll(() => desk.state().userId).toBe(1);
  expect(actions()).toEqual(['conversation_change_status', 'conversation_change_user']);
});
