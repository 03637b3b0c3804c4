import { element, labPage, RICH } from '../page';

labPage('shadow-open', (host) => {
  const root = element('reply-box', '', host).attachShadow({ mode: 'open' });
  const box = document.createElement('div');
  box.className = 'inner-box';
  box.contentEditable = 'true';
  root.append(box);
  return {
    selector: '.inner-box',
    holds: RICH,
    set: (html) => {
      box.innerHTML = html;
    },
    content: () => box.innerHTML,
    model: () => box.innerHTML,
  };
});
