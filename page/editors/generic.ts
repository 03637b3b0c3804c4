import { commandHtml, commandPlain } from './command-way';
import type { EditorFamily } from './family';
import { pasteBelow, pasteLines, pasteWhole, pasteWords } from './paste-way';
import { readDom } from './world-way';

/**
 * Any other editable: one that nobody manages, or an editor never met before. What is read back from the document
 * decides which way was right; a way whose paste event nobody takes has changed nothing.
 */
export const generic: EditorFamily = {
  name: 'generic',
  plain: false,
  unmanaged: true,
  matches: (el) => el.isContentEditable,
  read: readDom,
  select: () => undefined,
  ways: [pasteWhole, commandHtml, pasteLines, pasteBelow, pasteWords, commandPlain],
};

/**
 * The body of a frame. Editors of that age keep no model beside their document, and what they make of a paste is
 * often past undoing: the browser's own command comes first.
 */
export const genericFrame: EditorFamily = {
  ...generic,
  matches: (el) => el.localName === 'body' && el.isContentEditable,
  ways: [commandHtml, pasteWhole, commandPlain, pasteWords],
};
