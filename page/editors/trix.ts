import { pasteHtml } from './paste-way';
import { worldFamily } from './world-way';

/** Trix. */
export const trix = worldFamily('trix', 'trix-editor', [pasteHtml]);
