import EditorJS from '@editorjs/editorjs';
import { element, labPage } from '../page';

labPage('editorjs', async (host) => {
  let editor: EditorJS;
  let box: HTMLElement;
  let saved = '';
  const read = async () => {
    const data = await editor.save();
    saved = data.blocks.map((b) => `<p>${b.data.text}</p>`).join('');
    return saved;
  };
  const start = async (html: string) => {
    editor?.destroy();
    box?.remove();
    box = element('div', 'box', host);
    editor = new EditorJS({ holder: box, minHeight: 40, onChange: () => void read() });
    await editor.isReady;
    if (html) await editor.blocks.renderFromHTML(html);
    await read();
  };
  await start('');
  return {
    selector: '.codex-editor__redactor',
    holds: { strong: true, em: true, link: true, list: false },
    set: start,
    content: () => [...box.querySelectorAll('.ce-paragraph')].map((p) => `<p>${p.innerHTML}</p>`).join(''),
    model: () => [...box.querySelectorAll('.ce-paragraph')].map((p) => `<p>${p.innerHTML}</p>`).join(''),
  };
});
