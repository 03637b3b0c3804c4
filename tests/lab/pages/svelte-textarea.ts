import { flushSync, mount } from 'svelte';
import { element, labPage, PLAIN, textOf } from '../page';
import Textarea from '../parts/Textarea.svelte';

labPage('svelte-textarea', (host) => {
  const store = { get: () => '', set: (_: string) => undefined as unknown };
  mount(Textarea, { target: element('div', '', host), props: { store } });
  return {
    selector: 'textarea.box',
    holds: PLAIN,
    set: (html) => {
      store.set(textOf(html));
      flushSync();
    },
    content: () => store.get(),
    model: () => store.get(),
  };
});
