import { ok, refuse } from '../../core/result';
import { oneLine } from '../read/one-line';
import type { Check, Field } from './field';
import { setSeveral } from './popup';

/** Choices.js keeps a hidden `<select>` in step with itself, not the other way round: its own entries are pressed. */
export function choices(el: Element): Field | null {
  const box = el.closest('.choices');
  const select = box?.querySelector<HTMLSelectElement>('select.choices__input');
  if (!box || !select) return null;
  const entries = (): HTMLElement[] => [
    ...box.querySelectorAll<HTMLElement>('.choices__list--dropdown [data-choice]'),
  ];
  const chosen = (): HTMLElement[] => [...box.querySelectorAll<HTMLElement>('.choices__inner [data-item]')];
  const now = (): string[] =>
    chosen()
      .filter((item) => item.dataset.value !== '')
      .map(labelOf);
  const press = (target: Element | undefined, label: string, check: Check) => {
    if (!target) return refuse('unknown-value', label);
    const refusal = check();
    if (refusal) return { ok: false as const, refusal };
    const down = { bubbles: true, cancelable: true, button: 0 };
    target.dispatchEvent(new MouseEvent('mousedown', down));
    // a button that removes works on the click, an entry on the press
    if (target.localName === 'button') target.dispatchEvent(new MouseEvent('click', down));
    return ok(null);
  };
  const add = async (label: string, check: Check) => {
    const fits = entries().filter((e) => labelOf(e) === label && e.hasAttribute('data-choice-selectable'));
    return press(fits.length === 1 ? fits[0] : undefined, label, check);
  };
  return {
    family: 'choices',
    multiple: select.multiple,
    read: () => ({
      values: chosen()
        .filter((item) => item.dataset.value !== '')
        .map((item) => ({ label: labelOf(item), id: item.dataset.value ?? '' })),
      options: [
        ...new Set([
          ...entries()
            .filter((e) => e.hasAttribute('data-choice-selectable'))
            .map(labelOf),
          ...now(),
        ]),
      ],
    }),
    set: async (labels, check) => {
      if (select.multiple) {
        const remove = async (label: string, again: Check) =>
          press(
            chosen()
              .find((item) => labelOf(item) === label)
              ?.querySelector('[data-button]') ?? undefined,
            label,
            again,
          );
        return setSeveral({ now, add, remove }, labels, check);
      }
      const [label] = labels;
      return label === undefined || labels.length > 1
        ? refuse('unknown-value', labels.join(', '))
        : add(label, check);
    },
  };
}

/** An entry's words without those of its remove button. */
function labelOf(item: HTMLElement): string {
  const texts = [...item.childNodes].filter((node) => (node as Element).localName !== 'button');
  return oneLine(texts.map((node) => node.textContent ?? '').join(''));
}
