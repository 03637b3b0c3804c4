import { leave, press } from './events';
import type { Field } from './field';
import { controlledOptions, listField } from './list-field';

/** Mantine Select and MultiSelect: an input that opens a list, with pills for several values and a hidden input beside. */
export function mantineSelect(el: Element): Field | null {
  const root = el.closest('.mantine-Select-root, .mantine-MultiSelect-root');
  const input = root?.querySelector<HTMLInputElement>('input[role="combobox"]');
  if (!root || !input) return null;
  const multiple = root.matches('.mantine-MultiSelect-root');
  const hidden = root.nextElementSibling as HTMLInputElement | null;
  return listField({
    family: 'mantine-select',
    multiple,
    popup: {
      doc: root.ownerDocument,
      open: () => press(input),
      close: () => leave(input),
      options: () => controlledOptions(input),
    },
    shown: () => (multiple ? [...root.querySelectorAll('.mantine-Pill-label')] : [input]),
    ids: () => {
      if (hidden?.localName !== 'input' || hidden.type !== 'hidden') return [];
      return multiple ? hidden.value.split(',') : [hidden.value];
    },
    remover: (pill) => pill.parentElement?.querySelector('.mantine-Pill-remove') ?? null,
    clearer: () => root.querySelector('[class*="-section"] button'),
  });
}
