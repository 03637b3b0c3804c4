import { pasteHtml, pastePlain } from './paste-way';
import { worldFamily } from './world-way';

/** Lexical. */
export const lexical = worldFamily('lexical', '[data-lexical-editor]', [pasteHtml, pastePlain]);
