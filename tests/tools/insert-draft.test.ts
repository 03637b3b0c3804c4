import { expect, test } from 'vitest';
import tool from '../../tools/insert-draft';
import { expectStrictInput, fakeDesk, go, proposable, roundTrip, run, ticket } from './support';

const body = 'Hello Tamsin,\n\nyour jacket is on its way.';
const boxed = (changes: Partial<ReturnType<typeof ticket>['composer']>) =>
  ticket({ composer: { ...ticket().composer, ...changes } });

test('takes a body and nothing else', () => {
  expectStrictInput('insert_draft', { body });
});

test('shows the draft, and refuses a bad text and a page without a reply box', () => {
  expect(tool.preview({ body }, ticket())).toEqual({
    ok: true,
    value: [{ field: 'Reply box', before: null, after: body }],
  });
  expect(tool.preview({ body }, boxed({ present: false, openable: true }))).toMatchObject({ ok: true });
  expect(proposable(tool, { body }, boxed({ present: false, openable: false }))).toMatchObject({
    refusal: { code: 'no-composer' },
  });
  expect(tool.preview({ body: ' ' }, ticket())).toMatchObject({ refusal: { code: 'empty-text' } });
  expect(tool.preview({ body: 'Dear %{name}' }, ticket())).toMatchObject({
    refusal: { code: 'placeholder' },
  });
});

test('goes into the box, sends nothing, and only if the guard lets it', async () => {
  const desk = fakeDesk();
  expect(await tool.commit({ body }, desk.ports, () => ({ code: 'editor-changed' }))).toMatchObject({
    outcome: 'refused',
  });
  expect(desk.effects).toEqual([]);
  await tool.commit({ body }, desk.ports, go);
  expect(desk.effects).toEqual([`draft: ${body}`]);
  expect(desk.now.messages).toEqual(ticket().messages);
});

test('stands above what was there; the receipt shows the box before and after, exactly', async () => {
  const desk = fakeDesk();
  const done = await run(desk, 'insert_draft', { body });
  expect(desk.now.composer.text).toBe(`${body}\n-- \nMaya`);
  expect(done).toMatchObject({
    status: 'done',
    changes: [{ field: 'Reply box', before: '-- \nMaya', after: `${body}\n-- \nMaya` }],
    observed: [],
    proof: 'Read back from the editor.',
  });
});

test('undo puts the box back as it was', async () => {
  expect(await roundTrip('insert_draft', { body })).toEqual([`draft: ${body}`, 'restore draft']);
  const receipt = { input: { body }, before: [], messageKey: null, restore: null, class: 'R1' };
  expect(tool.compensate(receipt)).toMatchObject({ refusal: { code: 'nothing-to-undo' } });
});

test('an editor that did not take the text is not a success', async () => {
  const desk = fakeDesk(ticket(), {
    answers: { outcome: 'refused', refusal: { code: 'insert-not-proved' } },
  });
  expect(await run(desk, 'insert_draft', { body })).toMatchObject({
    status: 'failed',
    refusal: { code: 'insert-not-proved' },
  });
});
