import MediumEditor from 'medium-editor';
import css from 'medium-editor/dist/css/medium-editor.css';
import { element, labPage, RICH } from '../page';

labPage('medium-editor', (host) => {
  element('style', '', host).textContent = css;
  const area = element('textarea', 'box', element('form', '', host));
  area.setAttribute('name', 'body');
  const editor = new MediumEditor(area, { toolbar: false, placeholder: false });
  return {
    selector: '.medium-editor-element',
    holds: RICH,
    set: (html) => editor.setContent(html),
    content: () => editor.getContent(),
    model: () => editor.getContent(),
  };
});
