import { ok, type Result, refuse } from '../../core/result';
import { oneLine } from '../read/one-line';
import type { Check, Field } from './field';
import { labelOf } from './labels';

const input = (el: Element, type: string): HTMLInputElement | null =>
  el.localName === 'input' && (el as HTMLInputElement).type === type ? (el as HTMLInputElement) : null;

/** `<input type="checkbox">`: its labels are Yes and No. */
export function nativeCheckbox(el: Element): Field | null {
  const box = input(el, 'checkbox');
  if (!box) return null;
  const set = (labels: readonly string[], check: Check): Result<null> => {
    const [label] = labels;
    if (labels.length !== 1 || (label !== 'Yes' && label !== 'No'))
      return refuse('unknown-value', labels.join(', '));
    if (box.disabled) return refuse('no-such-field', labelOf(box));
    const refused = check();
    if (refused) return { ok: false, refusal: refused };
    if (box.checked !== (label === 'Yes')) box.click();
    return ok(null);
  };
  return {
    family: 'checkbox',
    multiple: false,
    read: () => ({
      values: [{ label: box.checked ? 'Yes' : 'No', id: box.checked ? box.value : '' }],
      options: ['Yes', 'No'],
    }),
    set: async (labels, check) => set(labels, check),
  };
}

/** `<input type="radio">`: any button of the group stands for the group. */
export function nativeRadio(el: Element): Field | null {
  const one = input(el, 'radio');
  if (!one) return null;
  const group = (): HTMLInputElement[] => {
    if (one.name === '') return [one];
    const root = one.form ?? (one.getRootNode() as Document | ShadowRoot);
    const all = root.querySelectorAll<HTMLInputElement>('input[type="radio"]');
    return [...all].filter((radio) => radio.name === one.name && radio.form === one.form);
  };
  const labelled = (radio: HTMLInputElement): string => labelOf(radio) || radio.value;
  const set = (labels: readonly string[], check: Check): Result<null> => {
    const [label] = labels;
    const fits = group().filter(
      (radio) => !radio.disabled && label !== undefined && labelled(radio) === oneLine(label),
    );
    const [radio] = fits;
    if (!radio || fits.length > 1 || labels.length !== 1) return refuse('unknown-value', labels.join(', '));
    const refused = check();
    if (refused) return { ok: false, refusal: refused };
    if (!radio.checked) radio.click();
    return ok(null);
  };
  return {
    family: 'radio',
    multiple: false,
    read: () => ({
      values: group()
        .filter((r) => r.checked)
        .map((r) => ({ label: labelled(r), id: r.value })),
      options: group()
        .filter((r) => !r.disabled)
        .map(labelled),
    }),
    set: async (labels, check) => set(labels, check),
  };
}
