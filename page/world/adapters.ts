import type { Adapter } from './adapter';
import { ckeditor4 } from './ckeditor4';
import { prosemirror } from './prosemirror';

/** Every editor whose own interface is known. Each looks for its own sign on the element. */
export const ADAPTERS: Adapter[] = [prosemirror, ckeditor4] as Adapter[];
