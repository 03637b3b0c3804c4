import { element, labPage, PLAIN, textOf } from '../page';

/** A text area whose page rewrites what is put into it. */
labPage('odd-rewrites', (host) => {
  const area = element('textarea', 'box', host) as HTMLTextAreaElement;
  area.addEventListener('input', () => {
    area.value = area.value.replace('parcel', 'PARCEL');
  });
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
