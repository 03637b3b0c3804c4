import { element, labPage, RICH } from '../page';

/** A box that takes every paste as plain text: common, and fatal to lists and links. */
labPage('odd-paste-plain', (host) => {
  const box = element('div', 'box', host);
  box.contentEditable = 'true';
  box.addEventListener('paste', (event) => {
    event.preventDefault();
    document.execCommand('insertText', false, event.clipboardData?.getData('text/plain') ?? '');
  });
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
