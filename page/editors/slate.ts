import { pasteHtml, pastePlain } from './paste-way';
import { worldFamily } from './world-way';

/** Slate, the new and the old one. Without the component that holds it, it takes a paste. */
export const slate = worldFamily('slate', '[data-slate-editor]', [pasteHtml, pastePlain]);
