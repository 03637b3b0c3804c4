import { leave, press } from './events';
import type { Field } from './field';
import { controlledOptions, listField } from './list-field';

const SHOWN = '.v-select__selection, .v-autocomplete__selection';

/** Vuetify Select and Autocomplete: a field that opens a menu of which only a part is drawn. */
export function vuetifySelect(el: Element): Field | null {
  const root = el.closest('.v-select, .v-autocomplete');
  const input = root?.querySelector<HTMLInputElement>('input[role="combobox"]');
  if (!root || !input) return null;
  const doc = root.ownerDocument;
  const menu = (): Element | null => doc.getElementById(input.getAttribute('aria-controls') ?? '');
  const multiple = root.matches('.v-select--multiple, .v-autocomplete--multiple');
  return listField({
    family: 'vuetify-select',
    multiple,
    popup: {
      doc,
      open: () => press(root.querySelector('.v-field') ?? input),
      close: () => leave(input),
      options: () => controlledOptions(input),
      scroller: () => menu()?.querySelector('[role="listbox"]') ?? null,
    },
    shown: () =>
      [...root.querySelectorAll(SHOWN)].flatMap(
        (part) => part.querySelector('.v-chip__content, [class*="selection-text"]') ?? part,
      ),
    ids: () =>
      [...root.querySelectorAll<HTMLInputElement>('input[type="hidden"]')].map((hidden) => hidden.value),
    remover: (part) => part.closest('.v-chip')?.querySelector('.v-chip__close') ?? null,
    clearer: () => root.querySelector('.v-field__clearable [role="button"]'),
  });
}
