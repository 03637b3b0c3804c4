import { type Component, createApp, h, reactive } from 'vue';
import { createVuetify } from 'vuetify';
import { VApp, VAutocomplete, VSelect } from 'vuetify/components';
import 'vuetify/styles';

const items = [
  { value: 'a', title: 'Alpha' },
  { value: 'b', title: 'Beta' },
  { value: 'c', title: 'Gamma & delta' },
  ...Array.from({ length: 40 }, (_x, i) => ({ value: `e${i}`, title: `Entry ${i}` })),
];
const state = reactive<Record<string, string | string[] | null>>({
  one: 'a',
  search: 'b',
  many: ['b'],
});
const field = (key: string, kind: Component, more: object) =>
  h(kind, {
    id: key,
    label: key,
    items,
    modelValue: state[key],
    'onUpdate:modelValue': (value: never) => {
      state[key] = value;
    },
    ...more,
  });
createApp({
  render: () =>
    h(VApp, () => [
      field('one', VSelect, {}),
      field('search', VAutocomplete, { clearable: true }),
      field('many', VSelect, { multiple: true, chips: true }),
    ]),
})
  .use(createVuetify())
  .mount('#root');
(window as unknown as { state: unknown }).state = () => JSON.parse(JSON.stringify(state));
