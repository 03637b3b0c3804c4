import { baseKeymap } from 'prosemirror-commands';
import { history, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMSerializer, DOMParser as Parser, Schema } from 'prosemirror-model';
import { schema as basic } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { element, labPage, RICH } from '../page';

const item = (tag: string) => ({
  group: 'line',
  content: 'inline*',
  parseDOM: [{ tag: `${tag} > li`, priority: 60 }],
  toDOM: () => [tag, ['li', 0]] as const,
});

/** Block editors of today: every paragraph stands in a block of its own, and an item of a list is a kind of line. */
const schema = new Schema({
  nodes: {
    doc: { content: 'group' },
    group: { content: 'block+', parseDOM: [{ tag: 'section' }], toDOM: () => ['section', 0] },
    block: { content: 'line group?', attrs: { id: { default: null } }, toDOM: () => ['div', 0] },
    paragraph: { group: 'line', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    bulletListItem: item('ul'),
    numberedListItem: item('ol'),
    text: { group: 'inline' },
    hard_break: basic.spec.nodes.get('hard_break') ?? {},
  },
  marks: basic.spec.marks,
});

const stateOf = (html: string) => {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return EditorState.create({
    doc: Parser.fromSchema(schema).parse(holder),
    plugins: [history(), keymap({ 'Mod-z': undo }), keymap(baseKeymap)],
  });
};

labPage('prosemirror-groups', (host) => {
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
