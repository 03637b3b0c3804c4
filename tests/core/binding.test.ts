import { describe, expect, it } from 'vitest';
import { Binding, checkBinding, conversationOf, requesterOf } from '../../core/binding';
import type { Observation } from '../../core/observation';
import { REASONS } from '../../core/reasons';
import { bindingTo, message, ticket } from '../tools/support';

const status = [{ scope: 'record' as const, name: 'status', values: ['Open'] }];
const code = (bound: Binding, changes: Partial<Observation>) =>
  checkBinding(bound, ticket(changes))?.code ?? null;
const withField = (name: string, values: string[]) =>
  ticket().fields.map((f) => (f.name === name ? { ...f, values } : f));

describe('a binding', () => {
  it('holds as long as nothing it is bound to changed', () => {
    expect(checkBinding(bindingTo(ticket(), { values: status }), ticket())).toBeNull();
  });

  it('does not hold on another record: site, host, kind and number all count', () => {
    const { record } = ticket();
    for (const other of [{ site: 'b' }, { host: 'b' }, { type: 'contact' as const }, { id: '70' }]) {
      expect(code(bindingTo(ticket()), { record: { ...record, ...other } })).toBe('other-record');
    }
  });

  it('does not hold for another account or another requester, and names both in words', () => {
    expect(code(bindingTo(ticket()), { account: 'Omar' })).toBe('other-account');
    const moved = ticket({ requester: { name: 'Tamsin Orrey', email: 'someone@else.example' } });
    expect(checkBinding(bindingTo(ticket()), moved)).toEqual({
      code: 'other-requester',
      detail: 'Approved for tamsin@mail.example; now someone@else.example.',
    });
    expect(code(bindingTo(ticket()), { account: '' })).toBe('other-account');
  });

  it('does not hold when a person wrote something new, or a message was taken away', () => {
    const more = [...ticket().messages, message('m2', 'customer', 'Still waiting')];
    expect(code(bindingTo(ticket()), { messages: more })).toBe('new-messages');
    expect(code(bindingTo(ticket({ messages: more })), { messages: ticket().messages })).toBe('new-messages');
  });

  it('holds when the helpdesk itself noted something, or the page does not show the conversation', () => {
    const noted = [...ticket().messages, message('s1', 'system', 'Maya opened this')];
    expect(code(bindingTo(ticket()), { messages: noted })).toBeNull();
    expect(code(bindingTo(ticket()), { messages: [], showsConversation: false })).toBeNull();
    const bound = bindingTo(ticket({ showsConversation: false }));
    expect(bound.conversation).toBeNull();
    expect(code(bound, { messages: noted })).toBeNull();
  });

  it('on a page that was not recognised the text is no conversation: it changes with every word typed', () => {
    const record = { ...ticket().record, type: 'document' as const };
    const bound = bindingTo(ticket({ record }));
    expect(code(bound, { record, messages: [message('x', 'unknown' as 'customer', 'typing')] })).toBeNull();
  });

  it('does not hold when a value it changes is another one or gone', () => {
    const bound = bindingTo(ticket(), { values: status });
    expect(checkBinding(bound, ticket({ fields: withField('status', ['Pending']) }))).toEqual({
      code: 'changed-since',
      detail: 'Status: was “Open”, is now “Pending”.',
    });
    expect(code(bound, { fields: withField('status', []) })).toBe('changed-since');
    expect(code(bound, { fields: [] })).toBe('no-such-field');
    // Another field of the same ticket is none of its business.
    expect(code(bound, { fields: withField('priority', ['High']) })).toBeNull();
  });

  it('tells a field of the ticket from one of the contact', () => {
    const bound = bindingTo(ticket(), {
      values: [{ scope: 'contact', name: 'Product', values: ['Newsletter'] }],
    });
    expect(code(bound, {})).toBeNull();
    const fields = ticket().fields.map((f) => (f.scope === 'record' ? { ...f, values: ['Boots'] } : f));
    expect(code(bound, { fields })).toBeNull();
    expect(code(bound, { fields: fields.filter((f) => f.scope === 'record') })).toBe('no-such-field');
  });
});

describe('a binding to the reply box', () => {
  const box = {
    visibility: 'public' as const,
    recipients: ['tamsin@mail.example'],
    text: '-- \nMaya',
    mustBePresent: true,
  };
  const bound = bindingTo(ticket(), { composer: box });
  const now = (changes: Partial<Observation['composer']>) => ({
    composer: { ...ticket().composer, ...changes },
  });

  it('holds while the box stands as it was signed', () => {
    expect(code(bound, {})).toBeNull();
  });

  it('does not hold for a box that is gone, of another visibility or of none that is certain', () => {
    expect(code(bound, now({ present: false }))).toBe('no-composer');
    expect(code(bound, now({ visibility: 'internal' }))).toBe('wrong-visibility');
    expect(code(bound, now({ visibility: 'unknown' }))).toBe('wrong-visibility');
  });

  it('does not hold when one more would read it, and holds when one fewer does', () => {
    const more = ['tamsin@mail.example', 'rival@shop.example'];
    expect(checkBinding(bound, ticket(now({ recipients: more })))).toEqual({
      code: 'other-requester',
      detail: 'Not on the card: rival@shop.example.',
    });
    expect(code(bound, now({ recipients: [] }))).toBeNull();
    // A note goes to nobody outside, whatever the box lists.
    const note = bindingTo(ticket(), { composer: { ...box, visibility: 'internal' } });
    expect(code(note, now({ visibility: 'internal', recipients: more }))).toBeNull();
  });

  it('does not hold when words were typed since: they would be sent along', () => {
    expect(code(bound, now({ text: 'and by the way\n-- \nMaya' }))).toBe('editor-changed');
  });

  it('a draft may go into a box that opens later or says something else by then', () => {
    const draft = bindingTo(ticket(), { composer: { ...box, mustBePresent: false } });
    expect(code(draft, now({ present: false }))).toBeNull();
    expect(code(draft, now({ text: 'half a sentence' }))).toBeNull();
  });
});

describe('its parts', () => {
  it('the requester is the address, else the name, else nobody', () => {
    expect(requesterOf(ticket())).toBe('tamsin@mail.example');
    expect(requesterOf(ticket({ requester: { name: 'Tamsin', email: '' } }))).toBe('Tamsin');
    expect(requesterOf(ticket({ requester: null }))).toBe('');
  });

  it('the conversation is what people wrote, in order', () => {
    const messages = [...ticket().messages, message('s', 'system', 'x'), message('n', 'note', 'y')];
    expect(conversationOf(ticket({ messages }))).toEqual(['m1', 'n']);
  });

  it('crosses a border as it is, and not with more', () => {
    const bound = bindingTo(ticket(), { values: status });
    expect(Binding.parse(JSON.parse(JSON.stringify(bound)))).toEqual(bound);
    expect(Binding.safeParse({ ...bound, trusted: true }).success).toBe(false);
  });

  it('every refusal has words', () => {
    for (const name of ['other-record', 'other-account', 'other-requester', 'new-messages', 'changed-since'])
      expect(REASONS).toHaveProperty(name);
  });
});
