import { describe, expect, it } from 'vitest';
import type { Message } from '../../core/observation';
import { hostsIn } from '../../policy/links';
import { sharedRun, warningsFor } from '../../policy/warnings';

const note: Message = {
  key: '1',
  role: 'note',
  author: 'Maya',
  at: '',
  text: 'The warehouse booked the parcel on the wrong order and finance has to release it by hand.',
  quoted: '',
  attachments: [],
};

describe('warningsFor', () => {
  it('marks text that repeats an internal note', () => {
    const body = 'Hi, the warehouse booked the parcel on the wrong order, sorry.';
    expect(warningsFor({ body, messages: [note], knownHosts: new Set(), neverWrite: [] })[0]).toMatch(
      /internal note/,
    );
  });

  it('stays quiet on an honest answer', () => {
    const body = 'Hi Sofia, your refund is on its way. See https://shop.example/returns.';
    expect(
      warningsFor({ body, messages: [note], knownHosts: new Set(['shop.example']), neverWrite: [] }),
    ).toEqual([]);
  });

  it('names the real host of a link that is new', () => {
    const body = 'Please log in at https://shop.example@evil.example/reset';
    expect(
      warningsFor({ body, messages: [], knownHosts: new Set(['shop.example']), neverWrite: [] }),
    ).toEqual(['It links to evil.example, which is new in this conversation.']);
  });

  it('finds a short note that leaks as a whole', () => {
    expect(sharedRun('well, customer is a pain', ['Customer is a pain'])).toBeNull();
    expect(sharedRun('Customer is a pain', ['customer is a pain'])).toBe('customer is a pain');
  });
});

describe('hostsIn', () => {
  it.each([
    ['https://a.example/x', ['a.example']],
    ['see a.example.', ['a.example']],
    ['//a.example/x', ['a.example']],
    ['hxxps://a.example', ['a.example']],
    ['https:\\\\a.example\\x', ['a.example']],
    ['a.exa\u200bmple/login', ['a.example']],
    ['mail me at joe@a.example', []],
    ['the file report.pdf', []],
    ['No. 5 costs 4.50', []],
  ])('%s', (text, hosts) => {
    expect(hostsIn(text)).toEqual(hosts);
  });
});
