import { commandHtml } from './command-way';
import { worldFamily } from './world-way';

/** Summernote. Its document is its model. */
export const summernote = worldFamily('summernote', '.note-editable', [commandHtml]);
