import { pastePlain } from './paste-way';
import { worldFamily } from './world-way';

/** Draft.js. It takes a paste as plain text. */
export const draft = worldFamily('draft', '.public-DraftEditor-content', [pastePlain]);
