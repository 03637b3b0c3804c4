import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findPlaceholders,
  isWellFormedBody,
  markupToHtml,
  markupToText,
  parseMarkup,
} from '../../core/markup';

describe('markupToHtml', () => {
  it.each([
    ['Hello', '<p>Hello</p>'],
    ['a\nb', '<p>a<br>b</p>'],
    ['a\r\n\r\nb', '<p>a</p><p>b</p>'],
    ['a\n\n\n\nb\n', '<p>a</p><p>b</p>'],
    ['**b** and *i*', '<p><strong>b</strong> and <em>i</em></p>'],
    ['***both***', '<p><strong><em>both</em></strong></p>'],
    ['**a *b***', '<p><strong>a <em>b</em></strong></p>'],
    ['*a **b***', '<p><em>a <strong>b</strong></em></p>'],
    ['这是**重要**的', '<p>这是<strong>重要</strong>的</p>'],
    ['2*3*4 and 5 * 3 * 2 and ** x **', '<p>2*3*4 and 5 * 3 * 2 and ** x **</p>'],
    ['**open', '<p>**open</p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['Steps:\n1. a\n2. b\nthen', '<p>Steps:</p><ol><li>a</li><li>b</li></ol><p>then</p>'],
    ['1. a\n\n2. b', '<ol><li>a</li><li>b</li></ol>'],
    ['1. a\n\n1. b', '<ol><li>a</li></ol><ol><li>b</li></ol>'],
    ['2026. was good', '<p>2026. was good</p>'],
    ['-5 degrees', '<p>-5 degrees</p>'],
    ['* not a list', '<p>* not a list</p>'],
    ['<b>&"', '<p>&lt;b&gt;&amp;&quot;</p>'],
    ['[shop](https://a.example/x?a=1&b=2)', '<p><a href="https://a.example/x?a=1&amp;b=2">shop</a></p>'],
    ['[w](https://en.example/A_(b))', '<p><a href="https://en.example/A_(b)">w</a></p>'],
    ['[**b**](http://a.example/)', '<p><a href="http://a.example/"><strong>b</strong></a></p>'],
    ['**[t](https://a.example/a*b)**', '<p><strong><a href="https://a.example/a*b">t</a></strong></p>'],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
    ['[x](https://bank.example@evil.example/)', '<p>[x](https://bank.example@evil.example/)</p>'],
    ['[x](https://a.example\\@evil.example/)', '<p>[x](https://a.example\\@evil.example/)</p>'],
    ['![x](https://a.example/p.png)', '<p>!<a href="https://a.example/p.png">x</a></p>'],
    ['a  b', '<p>a\u00a0 b</p>'],
    ['  a', '<p>\u00a0\u00a0a</p>'],
    ['*a* b', '<p><em>a</em> b</p>'],
  ])('%j', (text, html) => expect(markupToHtml(text)).toBe(html));

  it('lets no tag through but its own, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '**',
        '*',
        '- ',
        '1. ',
        '\n',
        '\n\n',
        '[',
        '](',
        ')',
        'https://a.example/',
        '<',
        '>',
        '"',
        ' ',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = markupToHtml(pieces.join(''));
        const rest = html.replace(/<\/?(p|br|strong|em|ul|ol|li|a)>|<a href="https?:\/\/[^"<>\s]+">/g, '');
        expect(rest).not.toMatch(/[<>"]/);
      }),
      { numRuns: 3000, seed: 7 },
    );
  });
});

describe('markupToText', () => {
  it('reads as plain text', () => {
    expect(markupToText('Hi **Ann**,\nsee [this](https://a.example/x).\n- a\n- b\n\n1. c\n2. d')).toBe(
      'Hi Ann,\nsee this (https://a.example/x).\n\n- a\n- b\n\n1. c\n2. d',
    );
  });
  it('names an address once', () => {
    expect(markupToText('[https://a.example/](https://a.example/)')).toBe('https://a.example/');
  });
  it('keeps every letter and digit', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const letters = (s: string) => s.replace(/[^\p{L}\p{N}]/gu, '');
        expect(letters(markupToText(text))).toBe(letters(text.replace(/\r/g, '\n')));
      }),
      { numRuns: 2000, seed: 11 },
    );
  });
});

describe('parseMarkup', () => {
  it('is a typed tree', () => {
    expect(parseMarkup('a **b**\n\n1. c')).toEqual([
      {
        type: 'paragraph',
        lines: [
          [
            { type: 'text', text: 'a ' },
            { type: 'strong', children: [{ type: 'text', text: 'b' }] },
          ],
        ],
      },
      { type: 'list', ordered: true, items: [[{ type: 'text', text: 'c' }]] },
    ]);
  });
  it('takes a hostile line in bounded time', () => {
    const started = performance.now();
    parseMarkup('*a '.repeat(1500));
    parseMarkup('[a]('.repeat(1500));
    parseMarkup('**[a'.repeat(1500));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('findPlaceholders', () => {
  it.each([
    'Dear {{ticket.requester.name}}',
    '{{{Recipient.Name}}}',
    'open {{{',
    '{%user.phone%}',
    '{% if x %}y{% endif %}',
    '%{ticket.staff_link}',
    `$${'{user}'}`,
    '#{user}',
    '{!Case.Number}',
    '<%= name %>',
    '[[name]]',
    '{{\nname\n}}',
    '{**{name}**}',
  ])('finds %j', (text) => expect(findPlaceholders(text).length).toBeGreaterThan(0));

  it.each(['50% {off}', '{a}', '[x](https://a.example/)', '$5 {', 'a [1] b', '100%', 'if (a) { b }'])(
    'leaves %j alone',
    (text) => expect(findPlaceholders(text)).toEqual([]),
  );
});

describe('isWellFormedBody', () => {
  it.each([
    ['a\u0000b', 'bad-text'],
    ['a\u001b[31m', 'bad-text'],
    ['a\ud800', 'bad-text'],
    ['a\u2028b', 'bad-text'],
    ['a\u202eb', 'bad-text'],
    [`a${'\u0301'.repeat(50)}`, 'bad-text'],
    ['a\u{e0041}\u{e0042}', 'bad-text'],
    ['a\rb', 'bad-text'],
    ['', 'empty-text'],
    [' \n\t\u200b', 'empty-text'],
    ['x'.repeat(60_001), 'text-too-long'],
  ])('refuses %j', (text, code) => {
    const result = isWellFormedBody(text);
    expect(result.ok ? 'accepted' : result.refusal.code).toBe(code);
  });

  it.each([
    'Hello',
    'שלום עולם',
    '👩‍👩‍👧 ❤️ 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    'a\tb',
    'x'.repeat(60_000),
  ])('takes %#', (text) => expect(isWellFormedBody(text)).toEqual({ ok: true, value: text }));

  it('gives plain newlines', () => expect(isWellFormedBody('a\r\nb')).toEqual({ ok: true, value: 'a\nb' }));
});
