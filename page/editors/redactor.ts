import { commandHtml, commandPlain } from './command-way';
import type { EditorFamily } from './family';
import { readDom } from './world-way';

/** Redactor: an editable kept in step with a text area beside it. It listens for input, and reads pastes in its own way. */
export const redactor: EditorFamily = {
  name: 'redactor',
  plain: false,
  unmanaged: true,
  matches: (el) => el.matches('.redactor-in, .redactor-editor, .redactor-styles[contenteditable]'),
  read: readDom,
  select: () => undefined,
  ways: [commandHtml, commandPlain],
};
