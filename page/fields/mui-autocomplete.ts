import { oneLine } from '../read/one-line';
import { leave, press } from './events';
import type { Check, Field } from './field';
import { choose, type Popup, pressOrRefuse, setSeveral } from './popup';

/** MUI Autocomplete: an input that filters, a list elsewhere in the page, and chips for several values. */
export function muiAutocomplete(el: Element): Field | null {
  const root = el.closest('.MuiAutocomplete-root');
  const input = root?.querySelector<HTMLInputElement>('input[role="combobox"]');
  if (!root || !input) return null;
  const doc = root.ownerDocument;
  const list = (): Element | null =>
    input.getAttribute('aria-expanded') === 'true'
      ? doc.getElementById(input.getAttribute('aria-controls') ?? '')
      : null;
  const popup: Popup = {
    doc,
    open: () => press(root.querySelector('.MuiAutocomplete-popupIndicator') ?? input),
    close: () => leave(input),
    options: () => (list() ? [...(list()?.querySelectorAll('[role="option"]') ?? [])] : null),
    take: (option) => (option as HTMLElement).click(),
  };
  const chips = (): Element[] => [...root.querySelectorAll('.MuiChip-root')];
  const word = (chip: Element): string =>
    oneLine(chip.querySelector('.MuiChip-label')?.textContent ?? chip.textContent ?? '');
  const multiple = root.querySelector('[class*="MuiAutocomplete-inputRoot"] .MuiChip-root') !== null;
  const now = (): string[] =>
    chips().length > 0 ? chips().map(word) : input.value === '' ? [] : [oneLine(input.value)];
  const add = (label: string, check: Check) => choose(popup, label, check);
  const remove = (label: string, check: Check) =>
    pressOrRefuse(
      chips()
        .find((chip) => word(chip) === label)
        ?.querySelector('.MuiChip-deleteIcon'),
      label,
      check,
    );
  return {
    family: 'mui-autocomplete',
    multiple,
    read: () => ({ values: now().map((label) => ({ label, id: label })), options: null }),
    set: async (labels, check) => {
      if (chips().length > 0 || labels.length > 1) return setSeveral({ now, add, remove }, labels, check);
      const [label] = labels;
      return label === undefined
        ? pressOrRefuse(root.querySelector('.MuiAutocomplete-clearIndicator'), '', check)
        : add(label, check);
    },
  };
}
