import { baseKeymap } from 'prosemirror-commands';
import { createListPlugins, createListSpec, ListDOMSerializer, listKeymap } from 'prosemirror-flat-list';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMParser as Parser, Schema } from 'prosemirror-model';
import { schema as basic } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { element, labPage, RICH } from '../page';

/** ProseMirror with the lists of ProseKit: each item stands by itself and says of which kind it is. */
const schema = new Schema({
  nodes: basic.spec.nodes.append({ list: createListSpec() }),
  marks: basic.spec.marks,
});

const stateOf = (html: string) => {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return EditorState.create({
    doc: Parser.fromSchema(schema).parse(holder),
    plugins: [
      history(),
      keymap({ 'Mod-z': undo, 'Mod-y': redo }),
      keymap(listKeymap),
      keymap(baseKeymap),
      ...createListPlugins({ schema }),
    ],
  });
};

labPage('prosemirror-flat-list', (host) => {
  const view = new EditorView(element('div', 'box', host), { state: stateOf('') });
  return {
    selector: '.ProseMirror',
    holds: RICH,
    set: (html) => view.updateState(stateOf(html)),
    content: () => {
      const holder = document.createElement('div');
      holder.append(ListDOMSerializer.fromSchema(schema).serializeFragment(view.state.doc.content));
      return holder.innerHTML;
    },
    model: () => JSON.stringify(view.state.doc.toJSON()),
    selection: () => JSON.stringify(view.state.selection.toJSON()),
  };
});
