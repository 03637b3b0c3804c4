import type { Field } from './field';
import { asSelect, readSelect, setSelect } from './native-select';

/** bootstrap-select keeps the real `<select>` and draws a button over it; it redraws when the select says `change`. */
export function bootstrapSelect(el: Element): Field | null {
  const wrapper = el.closest('.bootstrap-select');
  const select = wrapper ? (asSelect(el) ?? wrapper.querySelector('select')) : null;
  if (!select) return null;
  return {
    family: 'bootstrap-select',
    multiple: select.multiple,
    read: () => readSelect(select),
    set: async (labels, check) => setSelect(select, labels, check),
  };
}
