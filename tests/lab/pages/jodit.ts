import css from 'jodit/es2021/jodit.min.css';
import { Jodit } from 'jodit/es2021/jodit.min.js';
import { element, labPage, RICH } from '../page';

labPage('jodit', (host) => {
  element('style', '', host).textContent = css;
  // biome-ignore lint/suspicious/noExplicitAny: the bundle brings no types
  let editor: any;
  let area: HTMLElement;
  const start = (html: string) => {
    editor?.destruct();
    area?.remove();
    area = element('textarea', 'box', host);
    editor = Jodit.make(area, { toolbar: false });
    editor.value = html;
    editor.history.clear();
  };
  start('');
  return {
    gathers: 1200,
    selector: '.jodit-wysiwyg',
    holds: RICH,
    set: start,
    content: () => editor.value,
    model: () => editor.value,
  };
});
