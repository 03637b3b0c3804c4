import { expect, test } from 'vitest';
import { MAX_BODY } from '../../core/markup';
import tool, { DISREGARD } from '../../tools/add-note';
import { expectStrictInput, fakeDesk, go, message, roundTrip, run, ticket } from './support';

const NOTE = 'Checked the **batch**: it left on Monday.';
const withMessages = (...more: ReturnType<typeof message>[]) =>
  ticket({ messages: [...ticket().messages, ...more] });

test('takes a body and nothing else', () => {
  expectStrictInput('add_note', { body: NOTE });
});

test('shows the note, and refuses what may not be signed', () => {
  expect(tool.preview({ body: NOTE }, ticket())).toEqual({
    ok: true,
    value: [{ field: 'Internal note', before: null, after: NOTE }],
  });
  const codes = ['  \n', 'x'.repeat(MAX_BODY + 1), 'a\u202eb', 'Dear {{ticket.name}}'].map((body) => {
    const preview = tool.preview({ body }, ticket());
    return preview.ok ? 'ok' : preview.refusal.code;
  });
  expect(codes).toEqual(['empty-text', 'text-too-long', 'bad-text', 'placeholder']);
});

test('is posted as internal, never public, and only if the guard lets it', async () => {
  const desk = fakeDesk();
  expect(await tool.commit({ body: NOTE }, desk.ports, () => ({ code: 'wrong-visibility' }))).toMatchObject({
    outcome: 'refused',
  });
  expect(desk.effects).toEqual([]);
  expect(await tool.commit({ body: NOTE }, desk.ports, go)).toEqual({
    outcome: 'accepted',
    messageKey: 'm2',
  });
  expect(desk.effects).toEqual([`internal: ${NOTE}`]);
});

test('is proved by a new note with these words', () => {
  const accepted = { outcome: 'accepted', messageKey: 'm2' } as const;
  const words = 'Checked the batch: it left on Monday.';
  const verify = (after = ticket(), before = ticket()) =>
    tool.verify({ body: NOTE }, before, after, accepted);
  expect(verify(withMessages(message('m2', 'note', words)))).toBe('confirmed');
  expect(verify()).toBe('not-found');
  expect(verify(withMessages(message('m2', 'note', 'Something else')))).toBe('not-found');
  // It stood there before we wrote: it is not ours.
  const old = withMessages(message('m2', 'note', words));
  expect(verify(old, old)).toBe('not-found');
  // It stands there for the customer to read: it happened, and not as signed.
  expect(verify(withMessages(message('m2', 'agent', words)))).toBe('unknown');
});

test('undo removes the note; where none can be removed it adds another that takes it back', async () => {
  expect(await roundTrip('add_note', { body: NOTE })).toEqual([`internal: ${NOTE}`, 'remove m2']);
  const receipt = { input: { body: NOTE }, before: [], messageKey: 'm2', restore: null, class: 'R3' };
  const seed = tool.compensate(receipt);
  expect(seed).toEqual({ ok: true, value: { tool: 'add_note', input: { body: DISREGARD } } });
  expect(await run(fakeDesk(), 'add_note', { body: DISREGARD })).toMatchObject({ status: 'done' });
  expect(tool.compensate({ ...receipt, class: 'R2', messageKey: null })).toMatchObject({
    refusal: { code: 'nothing-to-undo' },
  });
});
