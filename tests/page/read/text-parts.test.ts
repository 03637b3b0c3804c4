import { expect, test } from 'vitest';
import type { Message } from '../../../core/observation';
import { withoutInvisible } from '../../../page/read/invisible-characters';
import { foldQuoted } from '../../../page/read/quoted';
import { AIR, ALL, EFFECT, INK, inlineFlags, PLACE } from '../../../page/read/style-flags';
import { oldestFirst } from '../../../page/read/time-order';

test.each([
  ['plain text', 'plain text'],
  ['A\u200bs\u200bk', 'Ask'],
  [`Hi${[...'secret'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')}!`, 'Hi!'],
  ['\u202eevil\u202c', 'evil'],
  ['so\u00adft \u{e0101}\ufe0f\ufe0fx', 'soft x'],
  ['❤\ufe0f 👩\u200d👧 1\ufe0f\u20e3', '❤\ufe0f 👩\u200d👧 1\ufe0f\u20e3'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['a\u200d\u200d\u200db', 'ab'],
  ['tab\tand\nline', 'tab\tand\nline'],
  ['nul\u0000bell\u0007', 'nulbell'],
])('%j is read as %j', (text, seen) => {
  expect(withoutInvisible(text).text).toBe(seen);
  expect(withoutInvisible(text).removed > 0).toBe(text !== seen);
});

test.each([
  ['Thanks!\n\nOn Mon, 3 Nov 2026 at 10:00, Maya <m@x.example> wrote:\n> Hello\n> there', 'Thanks!'],
  ['Danke\n\nAm 3. Nov. 2026 um 10:00 schrieb Maya:\n> Hallo', 'Danke'],
  ['Merci\n\nLe lun. 3 nov. 2026 à 10:00, Maya a écrit :\n> Bonjour', 'Merci'],
  ['See below.\n\n-----Original Message-----\nFrom: Maya\nText', 'See below.'],
])('quoted history is folded away from %j', (text, written) => {
  const folded = foldQuoted(text);
  expect(folded.text).toBe(written);
  expect(`${folded.text}${folded.quoted}`.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
});

test.each(['> Is it red?\nYes.\n> And large?\nNo.', 'No quote at all', '> only\n> a quote'])(
  '%j stays as it is',
  (text) => {
    expect(foldQuoted(text)).toEqual({ text, quoted: '' });
  },
);

test('messages come oldest first, whatever the page does', () => {
  const at = (key: string, time: string): Message => ({
    key,
    role: 'unknown',
    author: '',
    at: time,
    text: key,
    quoted: '',
    attachments: [],
  });
  const keys = (list: Message[]) => oldestFirst(list).map((m) => m.key);
  expect(keys([at('b', '14.10.2026 08:30'), at('a', '13.10.2026 17:05')])).toEqual(['a', 'b']);
  expect(keys([at('a', '2026-10-13'), at('b', '2026-10-14')])).toEqual(['a', 'b']);
  expect(keys([at('b', '5 minutes ago'), at('a', '2 hours ago')])).toEqual(['a', 'b']);
  expect(keys([at('n-9', ''), at('n-4', '')])).toEqual(['n-4', 'n-9']);
  expect(keys([at('x', ''), at('y', '')])).toEqual(['x', 'y']);
});

test('a style attribute that could hide its words counts as everything', () => {
  expect(inlineFlags('color:red')).toBe(INK);
  expect(inlineFlags('OPACITY : 0')).toBe(EFFECT);
  expect(inlineFlags('padding:4px')).toBe(0);
  expect(inlineFlags('padding:4px;margin:4px')).toBe(AIR);
  expect(inlineFlags('margin-left:-9999px')).toBe(PLACE | AIR);
  expect(inlineFlags('margin-left:calc(-1 * 9in)')).toBe(PLACE | AIR);
  expect(inlineFlags('o\\70 acity:0')).toBe(ALL);
  expect(inlineFlags('opa/**/city:0')).toBe(ALL);
});
