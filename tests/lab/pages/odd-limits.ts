import { element, labPage, PLAIN, textOf } from '../page';

/** A text area that holds sixty characters. */
labPage('odd-limits', (host) => {
  const area = element('textarea', 'box', host) as HTMLTextAreaElement;
  area.maxLength = 60;
  return {
    selector: '.box',
    holds: PLAIN,
    set: (html) => {
      area.value = textOf(html);
    },
    content: () => area.value,
    model: () => area.value,
  };
});
