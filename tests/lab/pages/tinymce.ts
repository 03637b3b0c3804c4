import { element, labPage, RICH } from '../page';

// biome-ignore lint/suspicious/noExplicitAny: the editor is loaded as a script and brings no types
type Any = any;

labPage('tinymce', async (host) => {
  const area = element('textarea', 'box', host) as HTMLTextAreaElement;
  area.id = 'reply';
  await new Promise((done) => {
    const script = document.createElement('script');
    script.src = '/npm/tinymce/tinymce.min.js';
    script.onload = done;
    document.head.append(script);
  });
  const [editor] = await (window as Any).tinymce.init({
    selector: '#reply',
    license_key: 'gpl',
    base_url: '/npm/tinymce',
    plugins: 'lists link',
    toolbar: 'bold italic link bullist',
    menubar: false,
    promotion: false,
    placeholder: 'Write a reply',
  });
  return {
    selector: 'iframe.tox-edit-area__iframe',
    holds: RICH,
    set: (html) => {
      editor.setContent(html);
      editor.undoManager.reset();
      editor.focus();
    },
    content: () => editor.getContent(),
    model: () => editor.getContent(),
  };
});
