import Editor from '@toast-ui/editor';
import css from '@toast-ui/editor/dist/toastui-editor.css';
import { element, labPage, RICH } from '../page';

labPage('toast-wysiwyg', (host) => {
  element('style', '', host).textContent = css;
  let editor: InstanceType<typeof Editor>;
  let box: HTMLElement;
  const start = (html: string) => {
    editor?.destroy();
    box?.remove();
    box = element('div', 'box', host);
    editor = new Editor({ el: box, initialEditType: 'wysiwyg', usageStatistics: false, autofocus: false });
    editor.setHTML(html, false);
  };
  start('');
  return {
    selector: '.toastui-editor-ww-container .ProseMirror',
    holds: RICH,
    set: start,
    // It writes the `&` of an address twice over, whoever put the link there.
    content: () => editor.getHTML().replace(/&amp;amp;/g, '&amp;'),
    model: () => editor.getHTML(),
  };
});
