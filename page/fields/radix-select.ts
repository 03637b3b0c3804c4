import { refuse } from '../../core/result';
import { oneLine } from '../read/one-line';
import { press } from './events';
import type { Field } from './field';
import { asSelect, readSelect } from './native-select';
import { choose, escapeFrom, type Popup } from './popup';

/** Radix Select: a button that brings up a list elsewhere in the page; inside a form a hidden `<select>` follows it. */
export function radixSelect(el: Element): Field | null {
  const trigger = el.closest<HTMLElement>('button[role="combobox"][data-state][aria-autocomplete="none"]');
  if (!trigger) return null;
  const doc = trigger.ownerDocument;
  const list = (): Element | null => {
    if (trigger.getAttribute('aria-expanded') !== 'true') return null;
    const id = trigger.getAttribute('aria-controls');
    return (id ? doc.getElementById(id) : null) ?? doc.querySelector('[role="listbox"][data-state="open"]');
  };
  const popup: Popup = {
    doc,
    open: () => press(trigger),
    close: () => escapeFrom(list() ?? trigger),
    options: () => (list() ? [...(list()?.querySelectorAll('[role="option"]') ?? [])] : null),
  };
  const shadow = asSelect(trigger.nextElementSibling ?? trigger);
  return {
    family: 'radix-select',
    multiple: false,
    read: () => {
      if (trigger.hasAttribute('data-placeholder')) return { values: [], options: optionsOf(shadow) };
      const label = oneLine(trigger.querySelector('span')?.textContent ?? trigger.textContent ?? '');
      return { values: [{ label, id: shadow?.value || label }], options: optionsOf(shadow) };
    },
    set: async ([label, ...more], check) =>
      label === undefined || more.length > 0
        ? refuse('unknown-value', 'It takes one value.')
        : choose(popup, label, check),
  };
}

function optionsOf(select: HTMLSelectElement | null): string[] | null {
  return select ? (readSelect(select).options ?? []).filter((label) => label !== '') : null;
}
