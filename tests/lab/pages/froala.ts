import css from 'froala-editor/css/froala_editor.pkgd.min.css';
import FroalaEditor from 'froala-editor/js/froala_editor.pkgd.min.js';
import { element, labPage, RICH } from '../page';

labPage('froala', async (host) => {
  element('style', '', host).textContent = css;
  const area = element('textarea', 'box', host);
  // biome-ignore lint/suspicious/noExplicitAny: the package brings no types
  let editor: any;
  const start = async (html: string) => {
    editor?.destroy();
    (area as HTMLTextAreaElement).value = html;
    await new Promise<void>((done) => {
      editor = new FroalaEditor(area, { key: '', attribution: false }, () => done());
    });
    editor.html.set(html);
    editor.undo.reset();
    editor.undo.saveStep();
  };
  await start('');
  return {
    selector: '.fr-element',
    holds: RICH,
    set: start,
    content: () => editor.html.get(),
    model: () => editor.html.get(),
  };
});
