import { Bold, ClassicEditor, Essentials, Italic, Link, List, Paragraph } from 'ckeditor5';
import css from 'ckeditor5/ckeditor5.css';
import { element, labPage, RICH } from '../page';

labPage('ckeditor5', async (host) => {
  element('style', '', host).textContent = css;
  const holder = element('div', '', host);
  const make = (html: string) => {
    holder.replaceChildren(document.createElement('div'));
    return ClassicEditor.create(holder.firstElementChild as HTMLElement, {
      licenseKey: 'GPL',
      plugins: [Essentials, Paragraph, Bold, Italic, Link, List],
      toolbar: ['bold', 'italic', 'link', 'bulletedList'],
      initialData: html,
    });
  };
  let editor = await make('');
  return {
    selector: '.ck-editor__editable',
    holds: RICH,
    set: async (html) => {
      await editor.destroy();
      editor = await make(html);
    },
    content: () => editor.getData(),
    model: () => JSON.stringify(editor.model.document.getRoot()?.toJSON()),
    selection: () =>
      JSON.stringify([...editor.model.document.selection.getRanges()].map((r) => [r.start.path, r.end.path])),
  };
});
