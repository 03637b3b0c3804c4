import { leave, press } from './events';
import type { Field } from './field';
import { controlledOptions, listField } from './list-field';

/** Element Plus Select: its input only searches; what is chosen stands beside it, as a text or as tags. */
export function elementSelect(el: Element): Field | null {
  const root = el.closest('.el-select');
  const input = root?.querySelector<HTMLInputElement>('input[role="combobox"]');
  if (!root || !input) return null;
  const doc = root.ownerDocument;
  const tags = (): Element[] => [...root.querySelectorAll('.el-select__tags-text')];
  return listField({
    family: 'element-select',
    // the list of several values is the only one whose wrapper holds a selection that can be near the edge
    multiple: tags().length > 0 || root.querySelector('.el-select__selection.is-near') !== null,
    popup: {
      doc,
      open: () => press(root.querySelector('.el-select__wrapper') ?? input),
      close: () => leave(input),
      options: () => controlledOptions(input),
    },
    shown: () =>
      tags().length > 0 ? tags() : [...root.querySelectorAll('.el-select__placeholder:not(.is-transparent)')],
    remover: (tag) => tag.closest('.el-tag')?.querySelector('.el-tag__close') ?? null,
    clearer: () => root.querySelector('.el-select__clear'),
  });
}
