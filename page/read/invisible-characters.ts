/** Never printed: controls, fillers, joiners, bidi controls, tags, variation selectors, annotation marks. */
const INVISIBLE = /(?![\t\n\r\f])[\p{Default_Ignorable_Code_Point}\p{Cc}\ufff9-\ufffb]/gu;

/** Two tests for the common case, text without any of them. The first needs no table of characters. */
const ASCII = /^[\t\n\r\f -~]*$/;
const ANY = new RegExp(INVISIBLE.source, 'u');

/** One character that is a picture, or what a picture is made of. No `$` and no class: see below. */
const PICTURE = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)/u;
const TAKES_SELECTOR = /^(?:\p{Extended_Pictographic}|[0-9#*])/u;

/** Scripts in which a joiner or non-joiner changes how the letters around it are drawn. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}]/u;

/**
 * Takes out every character that a person cannot see, and says how many runs of them there were.
 * Kept: joiners and picture selectors where they change what is drawn (one at a time, so nothing can be spelled with them).
 */
export function withoutInvisible(text: string): { text: string; removed: number } {
  if (ASCII.test(text) || !ANY.test(text)) return { text, removed: 0 };
  let removed = 0;
  let last = -2;
  const clean = text.replace(INVISIBLE, (char: string, at: number) => {
    if (
      changesThePicture(
        char,
        text.slice(Math.max(0, at - 2), at),
        text.slice(at + char.length, at + char.length + 2),
      )
    ) {
      return char;
    }
    if (at !== last) removed += 1;
    last = at + char.length;
    return '';
  });
  return { text: clean, removed };
}

/** Asked of whole characters at the start of a text: Chromium 156 fails to match `[\p{…}]$` beyond the first plane. */
function changesThePicture(char: string, before: string, after: string): boolean {
  const left = [...before].at(-1) ?? '';
  if (char === '\ufe0f' || char === '\ufe0e') return TAKES_SELECTOR.test(left);
  if (char === '\u200d' && PICTURE.test(left) && PICTURE.test(after)) return true;
  return (char === '\u200c' || char === '\u200d') && JOINING.test(left) && JOINING.test(after.slice(0, 1));
}
