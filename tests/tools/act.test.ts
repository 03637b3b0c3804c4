import { describe, expect, it } from 'vitest';
import { findField, type Observation } from '../../core/observation';
import { act } from '../../tools/parts/act';
import { rulesSeen } from '../../tools/parts/observe-rules';
import {
  type Behaviour,
  bindingTo,
  effectTool,
  type FakeDesk,
  fakeDesk,
  message,
  QUICK,
  run,
  ticket,
} from './support';

const set = (live: Observation, name: string, ...values: string[]) => {
  const field = findField(live, name);
  if (field) field.values = values;
};

const setAll = (live: Observation, changes: Partial<Observation>) => void Object.assign(live, changes);

/** Acts with a binding that was made before the desk changed. */
const actAs = (desk: FakeDesk, binding: Parameters<typeof act>[0]['binding']) =>
  act({
    tool: effectTool('set_status'),
    input: { status: 'Solved' },
    binding,
    ports: desk.ports,
    patience: QUICK,
  });

const statusAct = (behaviour: Behaviour) => {
  const desk = fakeDesk(ticket(), behaviour);
  return { desk, done: run(desk, 'set_status', { status: 'Solved' }) };
};

describe('before the act', () => {
  const values = [{ scope: 'record' as const, name: 'status', values: ['Open'] }];
  it.each([
    ['another record', 'other-record', (o: Observation) => setAll(o, { record: { ...o.record, id: '8' } })],
    ['another account', 'other-account', (o: Observation) => setAll(o, { account: 'Omar' })],
    ['another requester', 'other-requester', (o: Observation) => setAll(o, { requester: null })],
    [
      'a new message',
      'new-messages',
      (o: Observation) => void o.messages.push(message('m9', 'customer', 'Wait!')),
    ],
    ['another value', 'changed-since', (o: Observation) => set(o, 'status', 'Pending')],
    ['a field that is gone', 'no-such-field', (o: Observation) => setAll(o, { fields: [] })],
  ])('%s refuses: nothing is written', async (_, code, change) => {
    const binding = bindingTo(ticket(), { values });
    const desk = fakeDesk();
    change(desk.now);
    expect(await actAs(desk, binding)).toMatchObject({ status: 'failed', refusal: { code }, changes: [] });
    expect(desk.effects).toEqual([]);
  });

  it('the same change between the look and the write refuses, too', async () => {
    const desk = fakeDesk(ticket(), { meanwhile: (live) => set(live, 'status', 'Pending') });
    expect(await actAs(desk, bindingTo(ticket(), { values }))).toMatchObject({
      status: 'failed',
      refusal: { code: 'changed-since' },
    });
    expect(desk.effects).toEqual([]);
    expect(findField(desk.now, 'status')?.values).toEqual(['Pending']);
  });

  it('a page that cannot be read refuses', async () => {
    const { desk, done } = statusAct({ blind: () => ({ code: 'no-page' }) });
    expect(await done).toMatchObject({ status: 'failed', refusal: { code: 'no-page' } });
    expect(desk.effects).toEqual([]);
  });

  it('what became impossible or is so already refuses', async () => {
    const desk = fakeDesk();
    set(desk.now, 'status', 'Solved');
    expect(await run(desk, 'set_status', { status: 'Solved' })).toMatchObject({
      status: 'failed',
      refusal: { code: 'already-so' },
    });
    expect(desk.effects).toEqual([]);
  });
});

describe('after the act', () => {
  it('what is read back is done, with the change and its proof', async () => {
    const { desk, done } = statusAct({});
    expect(await done).toEqual({
      status: 'done',
      refusal: null,
      changes: [{ field: 'Status', before: 'Open', after: 'Solved' }],
      messageKey: null,
      restore: null,
      observed: [],
      proof: 'Read back from the record (page).',
    });
    expect(desk.effects).toEqual(['record.status = Solved']);
  });

  it('what shows late is done, and was written once', async () => {
    const { desk, done } = statusAct({ shownAfter: 3 });
    expect(await done).toMatchObject({ status: 'done' });
    expect(desk.effects).toHaveLength(1);
  });

  it('what was refused is failed, with the site’s own words', async () => {
    const refusal = { code: 'site-refused' as const, detail: 'A reason is needed to solve.' };
    const { desk, done } = statusAct({ answers: { outcome: 'refused', refusal } });
    expect(await done).toMatchObject({ status: 'failed', refusal });
    expect(desk.effects).toEqual([]);
  });

  it('a no to what was sent is none when it stands there: the browser may have sent it twice', async () => {
    const no = { outcome: 'refused', refusal: { code: 'changed-since' }, sent: true } as const;
    const { desk, done } = statusAct({ answers: no, acts: true });
    expect(await done).toMatchObject({
      status: 'unknown',
      refusal: { code: 'seems-so' },
      changes: [{ field: 'Status', before: 'Open', after: 'Solved' }],
    });
    expect(desk.effects).toHaveLength(1);
    expect(await statusAct({ answers: no }).done).toMatchObject({ status: 'failed', refusal: no.refusal });
    // a message is known by its text
    const notes = fakeDesk(ticket(), { answers: no, acts: true });
    expect(await run(notes, 'add_note', { body: 'Asked.' })).toMatchObject({ status: 'done' });
    expect(notes.effects).toHaveLength(1);
  });

  it('a no that came before anything was sent is one, whatever stands there', async () => {
    const no = { outcome: 'refused', refusal: { code: 'changed-since' } } as const;
    const { done } = statusAct({ answers: no, acts: true });
    expect(await done).toMatchObject({ status: 'failed', refusal: no.refusal });
  });

  it('what was accepted and does not show is unknown, never failed', async () => {
    const { done } = statusAct({ answers: { outcome: 'accepted' } });
    expect(await done).toMatchObject({
      status: 'unknown',
      refusal: { code: 'not-proved' },
      changes: [{ field: 'Status', before: 'Open', after: 'Solved' }],
    });
  });

  it('a lost answer is settled by looking: done when it shows, unknown when it does not', async () => {
    const lost = { outcome: 'unknown', refusal: { code: 'no-answer' } } as const;
    const { desk, done } = statusAct({ answers: lost, acts: true });
    expect(await done).toMatchObject({ status: 'done' });
    expect(desk.effects).toHaveLength(1);
    expect(await statusAct({ answers: lost }).done).toMatchObject({
      status: 'unknown',
      refusal: { code: 'no-answer' },
    });
  });

  it('a page that is gone after the act leaves it unknown', async () => {
    const { desk, done } = statusAct({ blind: (look) => (look > 0 ? { code: 'no-page' } : null) });
    expect(await done).toMatchObject({ status: 'unknown', refusal: { code: 'not-proved' } });
    expect(desk.effects).toHaveLength(1);
  });

  it('the key of a message that the site did not name is read off the thread', async () => {
    const desk = fakeDesk(ticket(), { answers: { outcome: 'accepted' }, acts: true });
    expect(await run(desk, 'add_note', { body: 'Checked.' })).toMatchObject({
      status: 'done',
      messageKey: 'm2',
    });
  });
});

describe('the helpdesk’s own rules', () => {
  it('are told in the receipt, and our own change is not', async () => {
    const { done } = statusAct({
      rules: (live) => {
        set(live, 'tags', 'survey');
        set(live, 'assignee', 'Omar');
        live.messages.push(
          message('m2', 'agent', 'How did we do?'),
          message('m3', 'system', 'Status changed'),
        );
      },
    });
    expect((await done).observed).toEqual([
      'Agent went from “Maya” to “Omar”.',
      'The tag “survey” was added.',
      'The tag “returns” was removed.',
      'A message was added: “How did we do?”.',
    ]);
  });

  it('our own tag and our own note are no rules', () => {
    const after = ticket();
    set(after, 'tags', 'returns', 'vip', 'auto');
    expect(rulesSeen(effectTool('add_tag'), { tag: 'vip' }, ticket(), after)).toEqual([
      'The tag “auto” was added.',
    ]);
    const noted = ticket({ messages: [...ticket().messages, message('m2', 'note', 'Checked.')] });
    expect(rulesSeen(effectTool('add_note'), { body: 'Checked.' }, ticket(), noted)).toEqual([]);
  });

  it('a draft in a box sets no rule off: nothing is waited for', async () => {
    const desk = fakeDesk(ticket(), { rules: (live) => set(live, 'status', 'Pending') });
    expect(await run(desk, 'insert_draft', { body: 'Hello' })).toMatchObject({
      status: 'done',
      observed: [],
    });
  });
});

describe('what the page says against it', () => {
  const silent = { outcome: 'accepted' } as const;
  const complaint = 'Choose a product first.';

  it('a value that is as it was, and a complaint: it did not happen, in the page’s own words', async () => {
    const { done } = statusAct({ answers: silent, complaint });
    expect(await done).toMatchObject({
      status: 'failed',
      refusal: { code: 'site-refused', detail: `It says: ${complaint}` },
    });
  });

  it('without a complaint, or with another value there, it is not certain', async () => {
    expect(await statusAct({ answers: silent }).done).toMatchObject({ status: 'unknown' });
    const moved = statusAct({
      answers: silent,
      acts: true,
      complaint,
      rules: (o) => set(o, 'status', 'Pending'),
    });
    expect(await moved.done).toMatchObject({
      status: 'unknown',
      refusal: { detail: `The page says: ${complaint}` },
    });
  });

  it('a control that holds our own choice beside a complaint proves nothing; a list of tags does', async () => {
    expect(await statusAct({ complaint }).done).toMatchObject({ status: 'unknown' });
    const tags = fakeDesk(ticket(), { complaint });
    expect(await run(tags, 'add_tag', { tag: 'vip' })).toMatchObject({ status: 'done' });
  });

  it('a value that goes back to what it was a moment later was never saved', async () => {
    const desk = fakeDesk();
    const { look } = desk.ports.reader;
    let looks = 0;
    desk.ports.reader.look = async () => {
      looks += 1;
      if (looks === 3) set(desk.now, 'status', 'Open');
      return await look();
    };
    expect(await run(desk, 'set_status', { status: 'Solved' })).toMatchObject({ status: 'unknown' });
  });

  it('a rule that moves the value on is no failure: ours was done', async () => {
    const desk = fakeDesk();
    const { look } = desk.ports.reader;
    let looks = 0;
    desk.ports.reader.look = async () => {
      looks += 1;
      if (looks === 3) set(desk.now, 'status', 'Pending');
      return await look();
    };
    const done = await run(desk, 'set_status', { status: 'Solved' });
    expect(done).toMatchObject({
      status: 'done',
      changes: [{ field: 'Status', before: 'Open', after: 'Solved' }],
    });
  });

  it.each(['send_reply', 'add_note'])(
    '%s is never called failed for it: it may have left all the same',
    async (name) => {
      const desk = fakeDesk(ticket(), { answers: silent, complaint });
      expect(await run(desk, name, { body: 'On its way.' })).toMatchObject({
        status: 'unknown',
        refusal: { code: 'not-proved', detail: `The page says: ${complaint}` },
      });
    },
  );
});
