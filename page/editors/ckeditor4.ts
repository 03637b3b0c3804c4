import { commandHtml } from './command-way';
import { worldFamily } from './world-way';

/** CKEditor 4: the body of a frame, or an element of the page. Its document is its model. */
export const ckeditor4 = worldFamily('ckeditor4', '.cke_editable', [commandHtml]);
