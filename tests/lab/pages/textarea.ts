import { element, labPage, PLAIN, textOf } from '../page';

labPage('textarea', (host) => {
  const area = element('textarea', 'box', host) as HTMLTextAreaElement;
  area.name = 'reply';
  return {
    selector: 'textarea[name=reply]',
    holds: PLAIN,
    set: (html) => {
      area.value = textOf(html);
    },
    content: () => area.value,
    model: () => area.value,
  };
});
