import { element, labPage, RICH } from '../page';

// biome-ignore lint/suspicious/noExplicitAny: the editor is loaded as a script and brings no types
type Any = any;

/** TinyMCE as it was up to version 5: what its editor is told goes by another name. */
labPage('tinymce5', async (host) => {
  element('textarea', 'box', host).id = 'reply';
  await new Promise((done) => {
    const script = document.createElement('script');
    script.src = '/npm/tinymce5/tinymce.min.js';
    script.onload = done;
    document.head.append(script);
  });
  const [editor] = await (window as Any).tinymce.init({
    selector: '#reply',
    base_url: '/npm/tinymce5',
    plugins: 'lists link',
    toolbar: 'bold italic link bullist',
    menubar: false,
  });
  return {
    selector: 'iframe.tox-edit-area__iframe',
    holds: RICH,
    set: (html) => {
      editor.setContent(html);
      editor.undoManager.clear();
      editor.undoManager.add();
      editor.focus();
    },
    content: () => editor.getContent(),
    model: () => editor.getContent(),
  };
});
