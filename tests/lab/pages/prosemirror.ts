import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMSerializer, DOMParser as Parser, Schema } from 'prosemirror-model';
import { schema as basic } from 'prosemirror-schema-basic';
import { addListNodes } from 'prosemirror-schema-list';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { element, labPage, RICH } from '../page';

const schema = new Schema({
  nodes: addListNodes(basic.spec.nodes, 'paragraph block*', 'block'),
  marks: basic.spec.marks,
});

const stateOf = (html: string) => {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return EditorState.create({
    doc: Parser.fromSchema(schema).parse(holder),
    plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)],
  });
};

labPage('prosemirror', (host) => {
  const view = new EditorView(element('div', 'box', host), { state: stateOf('') });
  return {
    selector: '.ProseMirror',
    holds: RICH,
    set: (html) => view.updateState(stateOf(html)),
    content: () => {
      const holder = document.createElement('div');
      holder.append(DOMSerializer.fromSchema(schema).serializeFragment(view.state.doc.content));
      return holder.innerHTML;
    },
    model: () => JSON.stringify(view.state.doc.toJSON()),
    selection: () => JSON.stringify(view.state.selection.toJSON()),
  };
});
