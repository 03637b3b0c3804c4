import { element, labPage, PLAIN, textOf } from '../page';

labPage('input', (host) => {
  const input = element('input', 'box', host) as HTMLInputElement;
  input.type = 'text';
  return {
    selector: 'input.box',
    holds: PLAIN,
    set: (html) => {
      input.value = textOf(html).replace(/\n/g, ' ');
    },
    content: () => input.value,
    model: () => input.value,
  };
});
