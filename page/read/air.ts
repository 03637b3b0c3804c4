import type { Painted } from './painted';
import { AIR } from './style-flags';

/** Where a paragraph ends; not what is seen. */
export class Air {
  private readonly known = new Map<string, boolean>();

  /**
   * Half a line of air above or below; browsers give a paragraph more than that by themselves. Elements that stand and
   * are named alike are asked once.
   */
  around(state: Painted): boolean {
    if (!(state.flags & AIR)) return true;
    const { element: el } = state;
    const above = el.parentElement;
    const place = (el.previousElementSibling ? 1 : 0) + (el.nextElementSibling ? 2 : 0);
    const kind = `${state.name},${place},${el.className},${el.getAttribute('style') ?? ''},${above?.localName},${above?.className}`;
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
