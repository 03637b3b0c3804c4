import { element, labPage, RICH } from '../page';

/** An editable that saves what is done in it, and draws the server's answer 300 ms later: the draft as it was before. */
labPage('late-autosave', (host) => {
  const box = element('div', 'box', host);
  box.contentEditable = 'true';
  let saved = '';
  let timer = 0;
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(async () => {
      await fetch('/autosave?page=late-autosave', { method: 'POST', body: box.innerHTML });
      box.innerHTML = saved;
    }, 300);
  });
  return {
    selector: '.box',
    holds: RICH,
    set: (html) => {
      saved = html;
      box.innerHTML = html;
    },
    content: () => box.innerHTML,
    model: () => box.innerHTML,
  };
});
