import type { EditorFamily } from './family';
import { worldFamily } from './world-way';

/**
 * CodeMirror. Its document is no mirror of its text, and what takes the keys in the older one is a hidden text area:
 * where its own interface cannot be reached nothing is written.
 */
export const textModel: EditorFamily = {
  ...worldFamily('text-model', '.cm-content, .CodeMirror textarea', []),
  frame: (el) => el.closest<HTMLElement>('.CodeMirror') ?? el,
};
