import { expect, test } from 'vitest';
import tool from '../../tools/send-reply';
import { expectStrictInput, fakeDesk, go, message, proposable, run, ticket } from './support';

const body = 'Your jacket is on its way.\n\n- it left on **Monday**';
const codeOf = (text: string, seen = ticket()) => {
  const preview = proposable(tool, { body: text }, seen);
  return preview.ok ? 'ok' : preview.refusal.code;
};

test('takes a body and no recipient', () => {
  expectStrictInput('send_reply', { body });
  for (const key of ['to', 'cc', 'bcc', 'recipients', 'visibility']) {
    expect(tool.input.safeParse({ body, [key]: 'evil@mail.example' }).success, key).toBe(false);
  }
});

test('cannot be taken back, says why, and is held before it leaves', () => {
  expect(tool).toMatchObject({ class: 'R4', held: true, audience: 'customer', offeredIn: ['Review'] });
  expect(tool.irreversible).toContain('cannot be unsent');
  expect('compensate' in tool).toBe(false);
});

test('shows the reply, and refuses what may not be signed or has nobody to go to', () => {
  expect(tool.preview({ body }, ticket())).toEqual({
    ok: true,
    value: [{ field: 'Public reply', before: null, after: body }],
  });
  expect(codeOf('')).toBe('empty-text');
  expect(codeOf('Dear **{{**name}}')).toBe('placeholder');
  expect(codeOf('zero\u0000')).toBe('bad-text');
  expect(codeOf(body, ticket({ requester: null }))).toBe('other-requester');
});

test('is posted as public, once, and only if the guard lets it', async () => {
  const desk = fakeDesk();
  expect(await tool.commit({ body }, desk.ports, () => ({ code: 'other-requester' }))).toMatchObject({
    outcome: 'refused',
  });
  expect(desk.effects).toEqual([]);
  await tool.commit({ body }, desk.ports, go);
  expect(desk.effects).toEqual([`public: ${body}`]);
});

test('is proved by a new message of the agent with these words, however the helpdesk lays them out', () => {
  const after = (role: 'agent' | 'note' | 'customer', words: string) =>
    ticket({ messages: [...ticket().messages, message('m2', role, words)] });
  const verify = (seen = ticket()) => tool.verify({ body }, ticket(), seen, { outcome: 'accepted' });
  expect(verify(after('agent', 'Your jacket is on its way. • it left on Monday\n-- Maya'))).toBe('confirmed');
  expect(verify(after('note', 'Your jacket is on its way. it left on Monday'))).toBe('unknown');
  expect(verify(after('agent', 'Your jacket is on its way.'))).toBe('not-found');
  expect(verify()).toBe('not-found');
});

test('a customer who sends our own words back at that moment is no proof of ours', () => {
  const echo = message('m2', 'customer', `> ${body}`);
  const seen = ticket({ messages: [...ticket().messages, echo] });
  expect(tool.verify({ body }, ticket(), seen, { outcome: 'accepted' })).not.toBe('confirmed');
});

test('the receipt names the message', async () => {
  expect(await run(fakeDesk(), 'send_reply', { body })).toMatchObject({ status: 'done', messageKey: 'm2' });
});
