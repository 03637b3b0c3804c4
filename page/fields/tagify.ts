import { ok, refuse } from '../../core/result';
import { oneLine } from '../read/one-line';
import { waitUntil } from '../wait';
import { focusOn, press } from './events';
import type { Check, Field } from './field';
import { setSeveral } from './popup';

/** Tagify draws a `<tags>` before the real input. A tag is put in as if pasted, and taken out by its own button. */
export function tagify(el: Element): Field | null {
  const beside = el.previousElementSibling;
  const box = el.closest('tags') ?? (beside?.localName === 'tags' ? beside : null);
  const input = box?.querySelector<HTMLElement>('.tagify__input');
  if (!box || !input) return null;
  const tags = (): Element[] => [...box.querySelectorAll('tag:not(.tagify--hide, .tagify--notAllowed)')];
  const word = (tag: Element): string => oneLine(tag.querySelector('.tagify__tag-text')?.textContent ?? '');
  const now = (): string[] => tags().map(word);
  const add = async (label: string, check: Check) => {
    // the library cuts what is pasted at its delimiters; a comma is the usual one
    if (/[,\n]/.test(label)) return refuse('unknown-value', label);
    const refusal = check();
    if (refusal) return { ok: false as const, refusal };
    const before = now().length;
    focusOn(input);
    const data = new DataTransfer();
    data.setData('text/plain', label);
    input.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    const there = await waitUntil(box.ownerDocument, () => now().includes(label), 500);
    input.blur();
    if (there) return ok(null);
    // a word that its list does not allow stays in the box as text, or as a tag that it marks as wrong
    if (now().length === before) input.textContent = '';
    return refuse('unknown-value', label);
  };
  const remove = async (label: string, check: Check) => {
    const button = tags()
      .find((tag) => word(tag) === label)
      ?.querySelector('.tagify__tag__removeBtn');
    if (!button) return refuse('unknown-value', label);
    const refusal = check();
    if (refusal) return { ok: false as const, refusal };
    press(button);
    await waitUntil(box.ownerDocument, () => !now().includes(label), 1_000);
    return ok(null);
  };
  return {
    family: 'tagify',
    multiple: true,
    read: () => ({
      values: tags().map((tag) => ({ label: word(tag), id: tag.getAttribute('value') ?? word(tag) })),
      options: null,
    }),
    set: (labels, check) => setSeveral({ now, add, remove }, labels, check),
  };
}
