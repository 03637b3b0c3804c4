import { element, labPage, RICH } from '../page';

/**
 * A stand-in for a commercial editor: an editable and a text area that it keeps in step, a moment after input. It
 * reads pastes through a hidden box of its own, as editors of that age do.
 */
labPage('redactor (stand-in)', (host) => {
  const form = element('form', '', host);
  const box = element('div', 'redactor-box', form);
  const editable = element('div', 'redactor-in box', box);
  editable.contentEditable = 'true';
  const source = element('textarea', 'redactor-source', box) as HTMLTextAreaElement;
  source.name = 'response';
  source.style.display = 'none';
  let timer = 0;
  const sync = () => {
    source.value = editable.innerHTML;
  };
  editable.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(sync, 20);
  });
  editable.addEventListener('paste', () => {
    const hidden = element('div', '', host);
    hidden.contentEditable = 'true';
    hidden.focus();
    setTimeout(() => hidden.remove(), 1);
  });
  return {
    selector: '.redactor-in',
    holds: RICH,
    set: (html) => {
      editable.innerHTML = html;
      sync();
    },
    content: () => source.value,
    model: () => source.value,
  };
});
