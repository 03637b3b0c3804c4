import type { Adapter } from './adapter';
import { ckeditor4 } from './ckeditor4';
import { ckeditor5 } from './ckeditor5';
import { draft } from './draft';
import { lexical } from './lexical';
import { prosemirror } from './prosemirror';
import { quill } from './quill';
import { slate } from './slate';
import { summernote } from './summernote';
import { textModel } from './text-model';
import { tinymce } from './tinymce';
import { trix } from './trix';

/** Every editor whose own interface is known. Each looks for its own sign on the element. */
export const ADAPTERS = [
  prosemirror,
  ckeditor5,
  ckeditor4,
  tinymce,
  quill,
  lexical,
  slate,
  draft,
  summernote,
  trix,
  textModel,
] as Adapter[];
