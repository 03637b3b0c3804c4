import ko from 'knockout';
import { element, labPage, PLAIN, textOf } from '../page';

labPage('knockout-textarea', (host) => {
  const text = ko.observable('');
  const box = element('div', '', host);
  box.innerHTML = '<textarea class="box" data-bind="textInput: text"></textarea>';
  ko.applyBindings({ text }, box);
  return {
    selector: 'textarea.box',
    holds: PLAIN,
    set: (html) => void text(textOf(html)),
    content: () => text(),
    model: () => text(),
  };
});
