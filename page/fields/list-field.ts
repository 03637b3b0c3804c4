import { refuse } from '../../core/result';
import { oneLine } from '../read/one-line';
import type { Check, Field } from './field';
import { choose, type Popup, pressOrRefuse, setSeveral } from './popup';

/** Where a widget keeps what a field needs: its list, and the parts that show what is chosen. */
export interface ListParts {
  family: string;
  popup: Popup;
  /** The parts that show a value each; none while a placeholder stands there. */
  shown(): readonly Element[];
  /** What the page sends for them, in their order, where it is in the page. */
  ids?(): readonly string[];
  /** The shown parts are chips of several values. */
  multiple: boolean;
  /** What takes one shown value away; without it the entry in the list is pressed once more. */
  remover?(shown: Element): Element | null;
  /** What empties a single value. */
  clearer?(): Element | null;
}

/** A field of a widget that draws a list of its own, from where its parts are. */
export function listField({ family, popup, shown, ids, multiple, remover, clearer }: ListParts): Field {
  const now = (): string[] => shown().map(wordsIn).filter(Boolean);
  const add = (label: string, check: Check) => choose(popup, label, check);
  const remove = (label: string, check: Check) => {
    const chip = shown().find((part) => wordsIn(part) === label);
    const button = chip && remover?.(chip);
    return button ? pressOrRefuse(button, label, check) : choose(popup, label, check);
  };
  return {
    family,
    multiple,
    read: () => {
      const known = ids?.() ?? [];
      return { values: now().map((label, i) => ({ label, id: known[i] || label })), options: null };
    },
    set: async (labels, check) => {
      if (multiple) return setSeveral({ now, add, remove }, labels, check);
      const [label, ...more] = labels;
      if (more.length > 0) return refuse('unknown-value', 'It takes one value.');
      return label === undefined ? pressOrRefuse(clearer?.(), '', check) : add(label, check);
    },
  };
}

const wordsIn = (el: Element): string => oneLine('value' in el ? String(el.value) : (el.textContent ?? ''));

/** The choices in a list that a control names, while it says that the list is open. */
export function controlledOptions(control: Element): Element[] | null {
  if (control.getAttribute('aria-expanded') !== 'true') return null;
  const id = control.getAttribute('aria-controls') || control.getAttribute('aria-owns') || '';
  const list = control.ownerDocument.getElementById(id);
  const options = [...(list?.querySelectorAll('[role="option"]') ?? [])];
  return options.length > 0 ? options : null;
}
