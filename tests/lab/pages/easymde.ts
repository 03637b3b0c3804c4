import EasyMDE from 'easymde';
import css from 'easymde/dist/easymde.min.css';
import { element, labPage, PLAIN, textOf } from '../page';

labPage('easymde', (host) => {
  element('style', '', host).textContent = css;
  let editor: EasyMDE;
  let area: HTMLElement;
  const start = (html: string) => {
    editor?.toTextArea();
    area?.remove();
    area = element('textarea', 'box', host);
    editor = new EasyMDE({
      element: area,
      autoDownloadFontAwesome: false,
      spellChecker: false,
      status: false,
      toolbar: false,
      initialValue: textOf(html),
    });
    editor.codemirror.clearHistory();
  };
  start('');
  return {
    selector: '.CodeMirror',
    holds: PLAIN,
    set: start,
    content: () => editor.value(),
    model: () => editor.value(),
    selection: () => JSON.stringify(editor.codemirror.listSelections()),
  };
});
