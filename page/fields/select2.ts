import type { Field } from './field';
import { asSelect, readSelect, setSelect } from './native-select';

/** Select2 hides the real `<select>` and draws beside it; it redraws when the select says `change`. */
export function select2(el: Element): Field | null {
  const box = el.closest('.select2-container');
  const select = asSelect(box?.previousElementSibling ?? el);
  if (!select?.classList.contains('select2-hidden-accessible')) return null;
  return {
    family: 'select2',
    multiple: select.multiple,
    read: () => readSelect(select),
    set: async (labels, check) => setSelect(select, labels, check),
  };
}
