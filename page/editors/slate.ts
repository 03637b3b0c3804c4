import { pastePlain } from './paste-way';
import { worldFamily } from './world-way';

/** Slate, the new and the old one. It takes a paste as plain text. */
export const slate = worldFamily('slate', '[data-slate-editor]', [pastePlain]);
