import { refuse } from '../../core/result';
import { oneLine } from '../read/one-line';
import { leave, press, tellFocus } from './events';
import type { Check, Field } from './field';
import { choose, type Popup, pressOrRefuse, setSeveral } from './popup';

/** Part of a react-select: `css-1x-control`, or `desk__control` where the page gives names of its own. */
const part = (camel: string, dashed: string): string => `[class*="-${camel}"], [class*="__${dashed}"]`;

/** react-select: everything is drawn; the one real control is the text input that searches. */
export function reactSelect(el: Element): Field | null {
  const root = rootOf(el);
  const input = root?.querySelector<HTMLInputElement>('input[role="combobox"]');
  const control = input?.closest(part('control', 'control'));
  if (!root || !input || !control) return null;
  const popup: Popup = {
    doc: root.ownerDocument,
    open: () => {
      press(control);
      // the press moves the focus to the input, and the list opens when the input hears of it
      tellFocus(input, null);
    },
    close: () => leave(input),
    options: () => {
      if (input.getAttribute('aria-expanded') !== 'true') return null;
      const list = root.ownerDocument.getElementById(input.getAttribute('aria-controls') ?? '');
      return list ? [...list.querySelectorAll('[role="option"]')] : null;
    },
    take: (option) => {
      option.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
      (option as HTMLElement).click();
    },
  };
  const single = (): Element | null => root.querySelector(part('singleValue', 'single-value'));
  const many = (): Element[] =>
    [...root.querySelectorAll(part('multiValue', 'multi-value'))].filter(
      (v) => !v.parentElement?.closest(part('multiValue', 'multi-value')),
    );
  const multiple =
    many().length > 0 || root.querySelector('[class*="-isMulti"], [class*="--is-multi"]') !== null;
  const now = (): string[] =>
    [...many(), ...(single() ? [single()] : [])].map((v) => oneLine(v?.textContent ?? ''));
  const add = (label: string, check: Check) => choose(popup, label, check);
  const remove = (label: string, check: Check) => {
    const chip = many().find((v) => oneLine(v.textContent ?? '') === label);
    return pressOrRefuse(
      chip?.querySelector('[role="button"], [class*="emove"]') ?? chip?.lastElementChild,
      label,
      check,
    );
  };
  return {
    family: 'react-select',
    multiple,
    read: () => {
      const ids = [...root.querySelectorAll<HTMLInputElement>('input[type="hidden"][name]')].map(
        (hidden) => hidden.value,
      );
      return { values: now().map((label, i) => ({ label, id: ids[i] || label })), options: null };
    },
    set: async (labels, check) => {
      // whether it takes several shows in its parts only once something is chosen
      if (labels.length > 1 || many().length > 0) return setSeveral({ now, add, remove }, labels, check);
      const [label] = labels;
      if (label !== undefined) return add(label, check);
      const [clear, arrow] = root.querySelectorAll(
        '[class*="indicatorContainer"], [class*="__indicator"]:not([class*="separator"])',
      );
      return arrow ? pressOrRefuse(clear, '', check) : refuse('unknown-value', 'It cannot be left empty.');
    },
  };
}

function rootOf(el: Element): Element | null {
  const input = el.matches('input[role="combobox"]') ? el : el.querySelector('input[role="combobox"]');
  const near = input ?? el.closest(part('container', 'control'))?.querySelector('input[role="combobox"]');
  const control = near?.closest(part('control', 'control'));
  if (!control || control.closest('.ant-select, .MuiAutocomplete-root')) return null;
  return control.parentElement;
}
