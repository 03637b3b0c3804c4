import { init } from 'pell';
import { element, labPage, RICH } from '../page';

labPage('pell', (host) => {
  let html = '';
  const box = element('div', 'box', host);
  const editor = init({
    element: box,
    defaultParagraphSeparator: 'p',
    onChange: (now: string) => {
      html = now;
    },
  });
  return {
    selector: '.pell-content',
    holds: RICH,
    set: (source) => {
      editor.content.innerHTML = source;
      html = source;
    },
    content: () => html,
    model: () => html,
  };
});
