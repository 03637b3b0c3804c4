import { element, labPage, RICH } from '../page';

/** An editor nobody knows that swallows pastes and puts back whatever else is done to its document. */
labPage('odd-reverts', (host) => {
  const box = element('div', 'box', host);
  box.contentEditable = 'true';
  let html = '';
  box.addEventListener('paste', (event) => event.preventDefault());
  const watch = new MutationObserver(() => {
    if (box.innerHTML !== html) box.innerHTML = html;
  });
  watch.observe(box, { childList: true, subtree: true, characterData: true });
  return {
    selector: '.box',
    holds: RICH,
    set: (next) => {
      html = next;
      box.innerHTML = next;
    },
    content: () => html,
    model: () => html,
  };
});
