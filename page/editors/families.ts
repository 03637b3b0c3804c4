import { ckeditor4 } from './ckeditor4';
import { ckeditor5 } from './ckeditor5';
import { draft } from './draft';
import type { EditorFamily } from './family';
import { generic, genericFrame } from './generic';
import { lexical } from './lexical';
import { native } from './native';
import { prosemirror } from './prosemirror';
import { quill } from './quill';
import { redactor } from './redactor';
import { slate } from './slate';
import { summernote } from './summernote';
import { textModel } from './text-model';
import { tinymce } from './tinymce';
import { trix } from './trix';

/** First match wins; the generic path stands last. */
export const FAMILIES: EditorFamily[] = [
  textModel,
  native,
  prosemirror,
  ckeditor5,
  ckeditor4,
  tinymce,
  quill,
  lexical,
  slate,
  draft,
  trix,
  summernote,
  redactor,
  genericFrame,
  generic,
];
