import 'sceditor/minified/sceditor.min.js';
import 'sceditor/minified/formats/xhtml.js';
import css from 'sceditor/minified/themes/default.min.css';
import { element, labPage, RICH } from '../page';

// biome-ignore lint/suspicious/noExplicitAny: the package brings no types
declare const sceditor: any;

labPage('sceditor', (host) => {
  element('style', '', host).textContent = css;
  let area: HTMLElement;
  const editor = () => sceditor.instance(area);
  const start = (html: string) => {
    if (area) editor().destroy();
    area?.remove();
    area = element('textarea', 'box', host);
    (area as HTMLTextAreaElement).value = html;
    sceditor.create(area, { format: 'xhtml', toolbar: 'bold', emoticonsEnabled: false, width: '100%' });
  };
  start('');
  return {
    selector: '.sceditor-container iframe',
    holds: RICH,
    set: start,
    content: () => editor().val(),
    model: () => editor().val(),
  };
});
