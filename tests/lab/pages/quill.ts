import Quill from 'quill';
import css from 'quill/dist/quill.snow.css';
import { element, labPage, RICH } from '../page';

labPage('quill', (host) => {
  element('style', '', host).textContent = css;
  const quill = new Quill(element('div', 'box', host), { theme: 'snow' });
  return {
    selector: '.ql-editor',
    holds: RICH,
    set: (html) => {
      quill.setContents(quill.clipboard.convert({ html }), 'silent');
      quill.history.clear();
    },
    content: () => quill.getSemanticHTML(),
    model: () => JSON.stringify(quill.getContents().ops),
    selection: () => JSON.stringify(quill.getSelection()),
  };
});
