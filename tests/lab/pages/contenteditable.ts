import { element, labPage, RICH } from '../page';

labPage('contenteditable', (host) => {
  const box = element('div', 'box', host);
  box.contentEditable = 'true';
  return {
    selector: '.box',
    holds: RICH,
    set: (html) => {
      box.innerHTML = html;
    },
    content: () => box.innerHTML,
    model: () => box.innerHTML,
  };
});
