import { pasteHtml, pastePlain } from './paste-way';
import { worldFamily } from './world-way';

/** Quill, version 1 and 2. */
export const quill = worldFamily('quill', '.ql-editor', [pasteHtml, pastePlain]);
