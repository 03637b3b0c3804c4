import { createApp, defineComponent, h, nextTick, ref, vModelText, withDirectives } from 'vue';
import { element, labPage, PLAIN, textOf } from '../page';

labPage('vue-textarea', (host) => {
  const text = ref('');
  const Box = defineComponent({
    setup: () => () =>
      withDirectives(
        h('textarea', {
          class: 'box',
          'onUpdate:modelValue': (value: string) => {
            text.value = value;
          },
        }),
        [[vModelText, text.value]],
      ),
  });
  createApp(Box).mount(element('div', '', host));
  return {
    selector: 'textarea.box',
    holds: PLAIN,
    set: async (html) => {
      text.value = textOf(html);
      await nextTick();
    },
    content: () => text.value,
    model: () => text.value,
  };
});
