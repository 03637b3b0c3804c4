import { RICH } from './family';
import { pasteHtml, pastePlain } from './paste-way';
import { worldFamily } from './world-way';

/** Slate, the new and the old one. Without the component that holds it, it takes a paste. */
export const slate = worldFamily('slate', '[data-slate-editor]', [
  // What a list is differs from one new Slate to the next: a paste of one may make an item of the line below.
  { ...pasteHtml, abilities: (el) => ({ ...RICH, list: el.querySelector('[data-slate-object]') !== null }) },
  pastePlain,
]);
