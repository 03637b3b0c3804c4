import { ElOption, ElSelect } from 'element-plus';
import 'element-plus/dist/index.css';
import { type Component, createApp, h, reactive } from 'vue';

const options = [
  { value: 'a', label: 'Alpha' },
  { value: 'b', label: 'Beta' },
  { value: 'c', label: 'Gamma & delta' },
];
const state = reactive<{ one: string; search: string; many: string[] }>({
  one: 'a',
  search: '',
  many: ['b'],
});
const select = (key: 'one' | 'search' | 'many', more: object) =>
  h(
    ElSelect as Component,
    {
      id: key,
      modelValue: state[key],
      'onUpdate:modelValue': (value: never) => {
        state[key] = value;
      },
      style: 'width: 240px',
      ...more,
    },
    () => options.map((option) => h(ElOption, { key: option.value, ...option })),
  );
createApp({
  render: () => [
    select('one', {}),
    select('search', { filterable: true, clearable: true }),
    select('many', { multiple: true }),
  ],
}).mount('#root');
(window as unknown as { state: unknown }).state = () => ({ ...state, many: [...state.many] });
