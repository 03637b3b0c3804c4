import { pasteHtml } from './paste-way';
import { worldFamily } from './world-way';

/** TinyMCE: the body of a frame, or an element of the page. */
export const tinymce = worldFamily('tinymce', '.mce-content-body, #tinymce', [pasteHtml]);
