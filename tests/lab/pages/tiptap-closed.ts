import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { element, labPage, RICH } from '../page';

labPage('tiptap-closed', (host) => {
  const root = element('reply-box', '', host).attachShadow({ mode: 'closed' });
  const box = document.createElement('div');
  root.append(box);
  const make = (content: string) => new Editor({ element: box, extensions: [StarterKit], content });
  let editor = make('');
  return {
    selector: '.tiptap',
    holds: RICH,
    set: (html) => {
      editor.destroy();
      editor = make(html);
    },
    content: () => editor.getHTML(),
    model: () => JSON.stringify(editor.getJSON()),
    selection: () => JSON.stringify(editor.state.selection.toJSON()),
  };
});
