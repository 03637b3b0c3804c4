import { press } from './events';
import type { Field } from './field';
import { listField } from './list-field';
import { escapeFrom } from './popup';

const LABEL = '.p-dropdown-label, .p-select-label';

/** The Dropdown of PrimeReact and PrimeVue (Select in newer ones): a label that opens a list elsewhere in the page. */
export function primeSelect(el: Element): Field | null {
  const root = el.closest('.p-dropdown, .p-select');
  const label = root?.querySelector(LABEL);
  // what can be typed into is no choice of a list
  if (!root || !label || label.matches('input')) return null;
  const doc = root.ownerDocument;
  const control = root.querySelector('[role="combobox"], [aria-haspopup="listbox"]') ?? label;
  const isOpen = (): boolean => root.querySelector('[aria-expanded="true"]') !== null;
  const options = (): Element[] | null => {
    if (!isOpen()) return null;
    const id = root.querySelector('[aria-controls]')?.getAttribute('aria-controls') ?? '';
    // where the list has no name, it is the only one that is open
    const lists = [
      ...doc.querySelectorAll('.p-dropdown-panel [role="listbox"], .p-select-overlay [role="listbox"]'),
    ];
    const list = doc.getElementById(id) ?? (lists.length === 1 ? lists[0] : null);
    const all = [...(list?.querySelectorAll('[role="option"]') ?? [])];
    return all.length > 0 ? all : null;
  };
  return listField({
    family: 'prime-select',
    multiple: false,
    popup: { doc, open: () => press(root), close: () => escapeFrom(control), options },
    shown: () =>
      [...root.querySelectorAll(LABEL)].filter(
        (part) => !part.matches('.p-placeholder, [class*="label-empty"]'),
      ),
    ids: () => {
      const select = root.querySelector('select');
      return select ? [select.value] : [];
    },
    clearer: () => root.querySelector('.p-dropdown-clear-icon, .p-select-clear-icon'),
  });
}
