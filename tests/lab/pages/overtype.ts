import OverType from 'overtype';
import { element, labPage, PLAIN, textOf } from '../page';

labPage('overtype', (host) => {
  const [editor] = new OverType(element('div', 'box', host), { value: '' });
  return {
    selector: '.overtype-input',
    holds: PLAIN,
    set: (html) => editor?.setValue(textOf(html)),
    content: () => editor?.getValue() ?? '',
    model: () => editor?.getValue() ?? '',
  };
});
