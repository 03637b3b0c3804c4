import '@material/web/textfield/outlined-text-field.js';
import { element, labPage, PLAIN, textOf } from '../page';

labPage('material-text-field', async (host) => {
  const field = element('md-outlined-text-field', 'box', host) as HTMLElement & { value: string };
  field.setAttribute('type', 'textarea');
  field.setAttribute('rows', '6');
  let state = '';
  field.addEventListener('input', () => {
    state = field.value;
  });
  await new Promise((done) => setTimeout(done, 100));
  return {
    selector: 'md-outlined-text-field.box',
    holds: PLAIN,
    set: async (html) => {
      field.value = textOf(html);
      state = field.value;
      await new Promise((done) => setTimeout(done, 30));
    },
    content: () => state,
    model: () => state,
  };
});
