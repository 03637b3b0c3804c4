import { element, labPage, PLAIN, textOf } from '../page';

labPage('plaintext-only', (host) => {
  const box = element('div', 'box', host);
  box.contentEditable = 'plaintext-only';
  box.style.whiteSpace = 'pre-wrap';
  return {
    selector: '.box',
    holds: PLAIN,
    set: (html) => {
      box.textContent = textOf(html);
    },
    content: () => box.innerText,
    model: () => box.innerText,
  };
});
