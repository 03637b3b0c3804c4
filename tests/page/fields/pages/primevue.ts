import PrimeVue from 'primevue/config';
import Select from 'primevue/select';
import { createApp, h, reactive } from 'vue';

const options = [
  { value: 'a', label: 'Alpha' },
  { value: 'b', label: 'Beta' },
  { value: 'c', label: 'Gamma & delta' },
];
const state = reactive<Record<string, string | null>>({ one: 'a', search: null });
const field = (key: string, more: object) =>
  h(Select, {
    labelId: key,
    options,
    optionLabel: 'label',
    optionValue: 'value',
    modelValue: state[key],
    'onUpdate:modelValue': (value: string | null) => {
      state[key] = value;
    },
    ...more,
  });
createApp({
  render: () => [field('one', {}), field('search', { placeholder: 'Pick', filter: true, showClear: true })],
})
  .use(PrimeVue)
  .mount('#root');
(window as unknown as { state: unknown }).state = () => ({ ...state });
