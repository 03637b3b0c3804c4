import Alpine from 'alpinejs';
import { element, labPage, PLAIN, textOf } from '../page';

labPage('alpine-textarea', async (host) => {
  const state = Alpine.reactive({ text: '' });
  Alpine.data('reply', () => ({ state }));
  const box = element('div', '', host);
  box.innerHTML = '<div x-data="reply"><textarea class="box" x-model="state.text"></textarea></div>';
  Alpine.start();
  return {
    selector: 'textarea.box',
    holds: PLAIN,
    set: async (html) => {
      state.text = textOf(html);
      await new Promise((done) => setTimeout(done, 20));
    },
    content: () => state.text,
    model: () => state.text,
  };
});
