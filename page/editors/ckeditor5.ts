import { pasteHtml } from './paste-way';
import { worldFamily } from './world-way';

/** CKEditor 5 puts back whatever is done to its document from outside. */
export const ckeditor5 = worldFamily('ckeditor5', '.ck-editor__editable', [pasteHtml]);
