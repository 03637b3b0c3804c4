import { basicSetup, EditorView } from 'codemirror';
import { element, labPage, PLAIN, textOf } from '../page';

labPage('codemirror6', (host) => {
  const box = element('div', 'box', host);
  let view: EditorView;
  const start = (html: string) => {
    view?.destroy();
    view = new EditorView({
      doc: textOf(html),
      extensions: [basicSetup, EditorView.lineWrapping],
      parent: box,
    });
  };
  start('');
  return {
    selector: '.cm-content',
    holds: PLAIN,
    set: start,
    content: () => view.state.doc.toString(),
    model: () => view.state.doc.toString(),
    selection: () => JSON.stringify(view.state.selection.toJSON()),
  };
});
