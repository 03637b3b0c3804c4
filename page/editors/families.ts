import { ckeditor4 } from './ckeditor4';
import type { EditorFamily } from './family';
import { generic } from './generic';
import { native } from './native';
import { prosemirror } from './prosemirror';

/** First match wins; the generic path stands last. */
export const FAMILIES: EditorFamily[] = [native, prosemirror, ckeditor4, generic];
