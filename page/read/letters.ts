import { type Colour, parseColour } from './colours';
import type { Letters } from './painted';
import { DOTS, INK, SEEN, SIZE } from './style-flags';

/**
 * How the letters of an element are drawn.
 * @param bent something is unusual about these letters
 * @param flags in which ways they may differ from those `around`, from which all else is inherited
 */
export function lettersOf(
  style: CSSStyleDeclaration,
  bent: boolean,
  flags: number,
  around?: Letters,
): Letters {
  const size = around && !(flags & SIZE) ? around.size : Number.parseFloat(style.fontSize);
  return {
    size,
    // the same edge may be a thick one on smaller letters
    colour: around && !bent && !(flags & INK) ? around.colour : colourOf(style, bent, size),
    visible: around && !(flags & SEEN) ? around.visible : style.visibility === 'visible',
    dotted: around && !(flags & DOTS) ? around.dotted : areDotted(style),
  };
}

function colourOf(style: CSSStyleDeclaration, bent: boolean, size: number): Colour {
  // a thick edge covers what is inside of it
  const edged = bent && Number.parseFloat(style.webkitTextStrokeWidth) > size / 12;
  return parseColour((edged ? style.webkitTextStrokeColor : style.webkitTextFillColor) || style.color);
}

const areDotted = (style: CSSStyleDeclaration & { webkitTextSecurity?: string }): boolean =>
  !['none', '', undefined].includes(style.webkitTextSecurity);
