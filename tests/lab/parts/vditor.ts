import Vditor from 'vditor';
import css from 'vditor/dist/index.css';
import { element, labPage, PLAIN, RICH } from '../page';

/** Vditor in one of its modes. Whatever the mode shows, what counts and is sent is Markdown: read here as HTML. */
export function vditorPage(name: string, mode: 'ir' | 'wysiwyg' | 'sv'): void {
  labPage(name, async (host) => {
    element('style', '', host).textContent = css;
    let editor: Vditor;
    let box: HTMLElement;
    const start = async (html: string) => {
      editor?.destroy();
      box?.remove();
      box = element('div', 'box', host);
      await new Promise<void>((ready) => {
        editor = new Vditor(box, {
          mode,
          cdn: '/npm/vditor',
          lang: 'en_US',
          toolbar: [],
          cache: { enable: false },

          after: ready,
        });
      });
      editor.setValue(html === '' ? '' : editor.html2md(html), true);
    };
    await start('');
    const rich = mode !== 'sv';
    return {
      selector: `.vditor-${mode}${rich ? ' .vditor-reset' : ''}`,
      holds: rich ? RICH : PLAIN,
      gathers: 1000,
      set: start,
      content: () => (rich ? editor.getHTML() : editor.getValue()),
      model: () => editor.getValue(),
    };
  });
}
