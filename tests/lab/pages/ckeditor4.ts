import { element, labPage, RICH } from '../page';

// biome-ignore lint/suspicious/noExplicitAny: the editor is loaded as a script and brings no types
type Any = any;

labPage('ckeditor4', async (host) => {
  const area = element('textarea', 'box', host) as HTMLTextAreaElement;
  area.id = 'reply';
  await new Promise((done) => {
    const script = document.createElement('script');
    script.src = '/npm/ckeditor4/ckeditor.js';
    script.onload = done;
    document.head.append(script);
  });
  const editor = (window as Any).CKEDITOR.replace(area, { versionCheck: false, allowedContent: true });
  await new Promise((done) => editor.on('instanceReady', done));
  return {
    selector: 'iframe.cke_wysiwyg_frame',
    holds: RICH,
    set: async (html) => {
      await new Promise<void>((done) => editor.setData(html, { callback: () => done() }));
      editor.resetUndo();
      editor.focus();
      await new Promise((done) => setTimeout(done, 50));
    },
    content: () => editor.getData(),
    model: () => editor.getData(),
  };
});
