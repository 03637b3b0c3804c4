import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visiblePieces } from '../../../components/text/visible-text';

const shown = (text: string): string =>
  visiblePieces(text)
    .map((piece) => piece.shown)
    .join('');

describe('visiblePieces', () => {
  it('leaves honest text alone, in any script', () => {
    for (const text of [
      'Hello Ana,\n\n\n\nbye',
      'Où ? Ça\u202fva\u00a0!',
      'שלום KX-1',
      '❤️ 👩‍👩‍👧 🇫🇷 1️⃣',
      'می\u200cخواهم',
      'e\u0301',
    ])
      expect(shown(text)).toBe(text);
  });

  it('shows what cannot be seen', () => {
    expect(shown('a\u202eb')).toBe('a⟨U+202E⟩b');
    expect(shown('a\u200bb\u2066c\ufeff')).toBe('a⟨U+200B⟩b⟨U+2066⟩c⟨U+FEFF⟩');
    expect(shown(`a${String.fromCodePoint(0xe0041)}`)).toBe('a⟨U+E0041⟩');
    expect(shown('a\u0000\u001b\ud800')).toBe('a⟨U+0000⟩⟨U+001B⟩⟨U+D800⟩');
    expect(shown('a\ufe01b\u200dc')).toBe('a⟨U+FE01⟩b⟨U+200D⟩c');
    expect(shown('\u2800\u3164')).toBe('⟨U+2800⟩⟨U+3164⟩');
  });

  it('counts blank lines from the fourth on, and marks piled on one letter', () => {
    expect(shown('\na')).toBe('\na');
    expect(shown('\n\u0000')).toBe('\n⟨U+0000⟩');
    expect(shown('a\n\n\n\nb')).toBe('a\n\n\n\nb');
    expect(shown('a\n\n\n\n\nb')).toBe('a\n⟨4 blank lines⟩\nb');
    expect(shown(`a${'\n \t'.repeat(201)}b`)).toBe('a\n⟨200 blank lines with 400 spaces⟩\n \tb');
    expect(shown(`e${'\u0301'.repeat(40)}\u0302`)).toBe('e⟨U+0301 ×40⟩⟨U+0302⟩');
  });

  it('marks a bracket that could pass for one of its own', () => {
    expect(shown('⟨U+202E⟩ ⟨3 blank lines⟩ ⟨a⟩')).toBe('⟨U+27E8⟩U+202E⟩ ⟨U+27E8⟩3 blank lines⟩ ⟨a⟩');
  });

  it('never shows two texts alike that differ in more than spaces', () => {
    const odd = fc.constantFrom(
      '\u202e',
      '\u200b',
      '\ufe0f',
      '\n',
      '\u0301',
      '⟨',
      'U+202E',
      '⟩',
      '4',
      ' blank lines',
      'a',
      '❤',
    );
    const text = fc.string({ unit: odd, maxLength: 24 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        if (a !== b) expect(shown(a)).not.toBe(shown(b));
      }),
      { numRuns: 20_000 },
    );
  });

  it('leaves nothing unseen, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(shown(text)).not.toMatch(
          /[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]|(?![\n\t])\p{Cc}/u,
        );
        expect(shown(text).isWellFormed()).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });
});
