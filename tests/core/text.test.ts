import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsWith, holdsText, lettersOf, shorten } from '../../core/text';

describe('lettersOf', () => {
  it('makes two renderings of one text the same', () => {
    const sent = 'Hello Tamsin,\n\n- it left on “Monday”\n- 2 parcels';
    const shown = 'hello tamsin,  • it left on "Monday"  • 2 parcels';
    expect(lettersOf(sent)).toBe(lettersOf(shown));
    expect(lettersOf('Cafe\u0301')).toBe(lettersOf('Café'));
  });

  it('keeps letters and digits of every script, and their difference', () => {
    expect(lettersOf('Привет, 世界! ١٢')).toBe('привет世界١٢');
    expect(lettersOf('1042')).not.toBe(lettersOf('1043'));
    expect(lettersOf(' … — !?')).toBe('');
  });

  it('said again of its answer changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => lettersOf(lettersOf(text)) === lettersOf(text)),
    );
  });
});

describe('holdsText and beginsWith', () => {
  it('find words however they are laid out', () => {
    expect(holdsText('Dear Sir,\nYour   jacket: on its way. --Maya', 'your jacket on its way')).toBe(true);
    expect(holdsText('Your jacket', 'your jackets')).toBe(false);
    expect(beginsWith('  Your jacket …', 'your JACKET')).toBe(true);
    expect(beginsWith('Is your jacket …', 'your jacket')).toBe(false);
  });

  it('a text without a letter is found nowhere: it would be found everywhere', () => {
    for (const nothing of ['', '  ', '…', '👍']) {
      expect(holdsText('anything', nothing)).toBe(false);
      expect(beginsWith('anything', nothing)).toBe(false);
    }
  });
});

describe('shorten', () => {
  it('leaves a short text, on one line', () => {
    expect(shorten(' Two\n words ', 20)).toBe('Two words');
    expect(shorten('exactly ten', 11)).toBe('exactly ten');
  });

  it('cuts at a word and says that it did', () => {
    expect(shorten('The jacket that I ordered is late', 20)).toBe('The jacket that I…');
  });

  it('cuts inside a word that is too long to leave out', () => {
    expect(shorten(`See ${'x'.repeat(100)}`, 40)).toBe(`See ${'x'.repeat(16)}…`);
  });

  it('is never longer than asked, but for the ellipsis', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 200 }),
        (text, length) => shorten(text, length).length <= length + 1,
      ),
    );
  });
});
