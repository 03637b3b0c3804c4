import { pasteHtml, pastePlain } from './paste-way';
import { worldFamily } from './world-way';

/** ProseMirror and TipTap. They take a paste at the document's selection, too. */
export const prosemirror = worldFamily('prosemirror', '.ProseMirror', [pasteHtml, pastePlain]);
