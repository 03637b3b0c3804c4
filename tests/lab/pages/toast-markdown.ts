import Editor from '@toast-ui/editor';
import css from '@toast-ui/editor/dist/toastui-editor.css';
import { element, labPage, PLAIN, textOf } from '../page';

labPage('toast-markdown', (host) => {
  element('style', '', host).textContent = css;
  let editor: InstanceType<typeof Editor>;
  let box: HTMLElement;
  const start = (html: string) => {
    editor?.destroy();
    box?.remove();
    box = element('div', 'box', host);
    editor = new Editor({ el: box, initialEditType: 'markdown', usageStatistics: false, autofocus: false });
    editor.setMarkdown(textOf(html), false);
  };
  start('');
  return {
    selector: '.toastui-editor-md-container .ProseMirror',
    holds: PLAIN,
    set: start,
    content: () => editor.getMarkdown(),
    model: () => editor.getMarkdown(),
  };
});
