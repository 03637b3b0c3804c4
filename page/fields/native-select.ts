import { ok, type Result, refuse } from '../../core/result';
import { oneLine } from '../read/one-line';
import { announce } from './events';
import type { Check, Choice, Field, FieldReading } from './field';

export function asSelect(el: Element): HTMLSelectElement | null {
  return el.localName === 'select' ? (el as HTMLSelectElement) : null;
}

const choice = (option: HTMLOptionElement): Choice => ({ label: oneLine(option.label), id: option.value });

/** An entry that only asks to choose ("Select…") is no value. */
const isPrompt = (option: HTMLOptionElement): boolean =>
  option.value === '' && (option.disabled || option.hidden !== false);

/** What is chosen; for the usual select without going through all that it offers. */
export function chosenIn(select: HTMLSelectElement): HTMLOptionElement[] {
  if (select.multiple) return [...select.selectedOptions];
  const chosen = select.options[select.selectedIndex];
  return chosen ? [chosen] : [];
}

export function readSelect(select: HTMLSelectElement): FieldReading {
  return {
    values: chosenIn(select)
      .filter((o) => !isPrompt(o))
      .map(choice),
    options: offeredBy(select),
  };
}

/** By number: going through the options in any other way takes longer than reading them. */
function offeredBy({ options }: HTMLSelectElement): string[] {
  const labels: string[] = [];
  for (let i = 0; i < options.length; i += 1) {
    const option = options[i] as HTMLOptionElement;
    if (!option.disabled && !isPrompt(option)) labels.push(oneLine(option.label));
  }
  return labels;
}

/** Selects the options with exactly these labels and tells the page. */
export function setSelect(select: HTMLSelectElement, labels: readonly string[], check: Check): Result<null> {
  const wanted: HTMLOptionElement[] = [];
  for (const label of labels) {
    const fits = [...select.options].filter((o) => !o.disabled && oneLine(o.label) === oneLine(label));
    const [option] = fits;
    if (!option) return refuse('unknown-value', label);
    if (fits.length > 1 && !select.multiple && new Set(fits.map((o) => o.value)).size > 1) {
      return refuse('unknown-value', `“${label}” stands there more than once.`);
    }
    wanted.push(option);
  }
  if (!select.multiple && wanted.length > 1) return refuse('unknown-value', labels.join(', '));
  const unset = [...select.options].findIndex((o) => o.value === '');
  if (!select.multiple && wanted.length === 0 && unset < 0)
    return refuse('unknown-value', 'It cannot be left empty.');
  const refused = check();
  if (refused) return { ok: false, refusal: refused };
  if (select.multiple) for (const option of select.options) option.selected = wanted.includes(option);
  else if (wanted[0]) wanted[0].selected = true;
  else select.selectedIndex = unset;
  announce(select);
  return ok(null);
}

/** `<select>`, plain or controlled by a framework. */
export function nativeSelect(el: Element): Field | null {
  const select = asSelect(el);
  if (!select) return null;
  return {
    family: 'select',
    multiple: select.multiple,
    read: () => readSelect(select),
    set: async (labels, check) => setSelect(select, labels, check),
  };
}
