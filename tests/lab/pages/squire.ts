import Squire from 'squire-rte';
import { element, labPage, RICH } from '../page';

labPage('squire', (host) => {
  let box: HTMLElement;
  let editor: Squire;
  const start = (html: string) => {
    editor?.destroy();
    box?.remove();
    box = element('div', 'box', host);
    editor = new Squire(box, {
      blockTag: 'P',
      sanitizeToDOMFragment: (source: string) => {
        const doc = new DOMParser().parseFromString(source, 'text/html');
        const out = document.createDocumentFragment();
        for (const node of [...doc.body.childNodes]) out.append(document.importNode(node, true));
        return out;
      },
    });
    editor.setHTML(html);
  };
  start('');
  return {
    selector: '.box',
    holds: RICH,
    set: start,
    content: () => editor.getHTML(),
    model: () => editor.getHTML(),
  };
});
