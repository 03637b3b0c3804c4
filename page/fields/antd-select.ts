import { oneLine } from '../read/one-line';
import { leave, press } from './events';
import type { Check, Field } from './field';
import { choose, type Popup, pressOrRefuse, setSeveral } from './popup';

/** Ant Design Select, versions 4 to 6: drawn throughout, with a long list of which only a part is in the page. */
export function antdSelect(el: Element): Field | null {
  const root = el.closest('.ant-select');
  const input = root?.querySelector<HTMLInputElement>('input[role="combobox"]');
  if (!root || !input) return null;
  const doc = root.ownerDocument;
  const dropdown = (): Element | null => {
    if (input.getAttribute('aria-expanded') !== 'true') return null;
    const list = doc.getElementById(input.getAttribute('aria-controls') || `${input.id}_list`);
    return list?.closest('.ant-select-dropdown') ?? null;
  };
  const popup: Popup = {
    doc,
    open: () => press(root.querySelector('.ant-select-selector, .ant-select-content') ?? input),
    close: () => leave(input),
    options: () => (dropdown() ? [...(dropdown()?.querySelectorAll('.ant-select-item-option') ?? [])] : null),
    scroller: () =>
      dropdown()?.querySelector('.rc-virtual-list-holder, .ant-select-dropdown-list-holder') ?? null,
    take: (option) => (option as HTMLElement).click(),
  };
  const multiple = root.classList.contains('ant-select-multiple');
  const chips = (): Element[] => [...root.querySelectorAll('.ant-select-selection-item')];
  const word = (chip: Element): string =>
    oneLine((chip.querySelector('.ant-select-selection-item-content') ?? chip).textContent ?? '');
  const now = (): string[] => {
    if (multiple || chips().length > 0) return chips().map(word);
    const shown = root.querySelector('.ant-select-content-has-value, .ant-select-content-value');
    return shown && oneLine(shown.textContent ?? '') ? [oneLine(shown.textContent ?? '')] : [];
  };
  const add = (label: string, check: Check) => choose(popup, label, check);
  const remove = (label: string, check: Check) =>
    pressOrRefuse(
      chips()
        .find((chip) => word(chip) === label)
        ?.querySelector('.ant-select-selection-item-remove'),
      label,
      check,
    );
  return {
    family: 'antd-select',
    multiple,
    read: () => ({ values: now().map((label) => ({ label, id: label })), options: null }),
    set: async (labels, check) => {
      if (multiple) return setSeveral({ now, add, remove }, labels, check);
      const [label] = labels;
      return label === undefined
        ? pressOrRefuse(root.querySelector('.ant-select-clear'), '', check)
        : add(label, check);
    },
  };
}
