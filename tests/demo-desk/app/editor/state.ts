import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, EditorState } from 'prosemirror-state';
import type { Mode } from '../types';
import { emptyDocument } from './document';
import { schema } from './schema';

const { strong, em } = schema.marks;
const { list_item } = schema.nodes;

const keys: Record<string, Command> = {
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  'Mod-b': toggleMark(strong),
  'Mod-i': toggleMark(em),
  Enter: splitListItem(list_item),
  Tab: sinkListItem(list_item),
  'Shift-Tab': liftListItem(list_item),
  'Shift-Enter': (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(schema.nodes.hard_break.create()).scrollIntoView());
    return true;
  },
};

/** A fresh box. Ctrl or Cmd with Enter sends it. */
export function freshState(mode: Mode, agentName: string, send: () => void): EditorState {
  const sending: Command = () => {
    send();
    return true;
  };
  return EditorState.create({
    doc: emptyDocument(mode, agentName),
    plugins: [history(), keymap({ 'Mod-Enter': sending }), keymap(keys), keymap(baseKeymap)],
  });
}
