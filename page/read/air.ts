import type { Painted } from './painted';
import { AIR, inlineFlags } from './style-flags';

/** Where a paragraph ends; not what is seen. */
export class Air {
  private readonly known = new Map<string, boolean>();

  /**
   * Half a line of air above or below; browsers give a paragraph more than that by themselves. Elements that stand and
   * are named alike are asked once; of their own styles, what does not speak of air counts for nothing.
   */
  around(state: Painted): boolean {
    if (!(state.flags & AIR)) return true;
    const { element: el } = state;
    const above = el.parentElement;
    const place = (el.previousElementSibling ? 1 : 0) + (el.nextElementSibling ? 2 : 0);
    const css = el.getAttribute('style') ?? '';
    const own = inlineFlags(css) & AIR ? css : '';
    const kind = `${state.name},${place},${el.className},${own},${above?.localName},${above?.className}`;
    let air = this.known.get(kind);
    if (air === undefined) {
      const half = state.letters.size / 2;
      const { style } = state;
      air = Number.parseFloat(style.marginBottom) >= half || Number.parseFloat(style.marginTop) >= half;
      this.known.set(kind, air);
    }
    return air;
  }
}
