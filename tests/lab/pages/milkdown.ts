import { defaultValueCtx, Editor, editorViewCtx, rootCtx } from '@milkdown/kit/core';
import { history } from '@milkdown/kit/plugin/history';
import { commonmark } from '@milkdown/kit/preset/commonmark';
import { DOMSerializer, DOMParser as Parser } from '@milkdown/kit/prose/model';
import { EditorState } from '@milkdown/kit/prose/state';
import { element, labPage, RICH } from '../page';

labPage('milkdown', async (host) => {
  const editor = await Editor.make()
    .config((ctx) => {
      ctx.set(rootCtx, element('div', 'box', host));
      ctx.set(defaultValueCtx, '');
    })
    .use(commonmark)
    .use(history)
    .create();
  const view = editor.ctx.get(editorViewCtx);
  return {
    selector: '.ProseMirror',
    holds: RICH,
    set: (html) => {
      const holder = document.createElement('div');
      holder.innerHTML = html;
      const { schema, plugins } = view.state;
      view.updateState(EditorState.create({ doc: Parser.fromSchema(schema).parse(holder), plugins }));
    },
    content: () => {
      const holder = document.createElement('div');
      holder.append(DOMSerializer.fromSchema(view.state.schema).serializeFragment(view.state.doc.content));
      return holder.innerHTML;
    },
    model: () => JSON.stringify(view.state.doc.toJSON()),
    selection: () => JSON.stringify(view.state.selection.toJSON()),
  };
});
