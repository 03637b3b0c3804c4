import { refuse } from '../../core/result';
import { oneLine } from '../read/one-line';
import { press } from './events';
import type { Field } from './field';
import { choose, escapeFrom, type Popup } from './popup';

/** Headless UI Listbox: a button that brings up a list, beside it or elsewhere in the page. */
export function headlessListbox(el: Element): Field | null {
  const button = el.closest<HTMLElement>('button[aria-haspopup="listbox"][data-headlessui-state]');
  if (!button) return null;
  const doc = button.ownerDocument;
  const list = (): Element | null =>
    button.getAttribute('aria-expanded') === 'true'
      ? doc.getElementById(button.getAttribute('aria-controls') ?? '')
      : null;
  const popup: Popup = {
    doc,
    open: () => press(button),
    close: () => escapeFrom(list() ?? button),
    options: () => {
      const options = [...(list()?.querySelectorAll('[role="option"]') ?? [])];
      return options.length > 0 ? options : null;
    },
  };
  const hidden = button.previousElementSibling as HTMLInputElement | null;
  return {
    family: 'headless-listbox',
    multiple: false,
    read: () => {
      const label = oneLine(button.textContent ?? '');
      const id =
        hidden?.localName === 'input' && hidden.type === 'hidden' && hidden.name ? hidden.value : label;
      return { values: label ? [{ label, id }] : [], options: null };
    },
    set: async ([label, ...more], check) =>
      label === undefined || more.length > 0
        ? refuse('unknown-value', 'It takes one value.')
        : choose(popup, label, check),
  };
}
