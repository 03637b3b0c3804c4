import suneditor from 'suneditor';
import css from 'suneditor/css/editor';
import plugins from 'suneditor/plugins';
import { element, labPage, RICH } from '../page';

labPage('suneditor', async (host) => {
  element('style', '', host).textContent = css;
  // biome-ignore lint/suspicious/noExplicitAny: its types do not name what is used here
  let editor: any;
  let area: HTMLElement;
  const start = async (html: string) => {
    editor?.destroy();
    area?.remove();
    area = element('textarea', 'box', host);
    // biome-ignore lint/suspicious/noExplicitAny: as above
    editor = (suneditor as any).create(area, { plugins, buttonList: [['bold']], value: html });
    await new Promise((done) => setTimeout(done, 80));
  };
  await start('');
  return {
    selector: '.sun-editor-editable',
    holds: RICH,
    set: start,
    content: () => editor.$.html.get(),
    model: () => editor.$.html.get(),
  };
});
