import type { GenericWords } from '../../core/generic-words';
import { standsApart } from './hints';
import type { Sight } from './visible-text';

/** What the ticket opened with, where it stands before the conversation under a name of its own. */
export function openingOf(
  sight: Sight,
  words: GenericWords,
  items: readonly Element[],
  box: Element | null,
): Element | null {
  const named = [...sight.doc.querySelectorAll('[class], [id], [data-testid]')].filter(
    (el) =>
      words.opening.test(ownName(el)) &&
      (el.textContent ?? '').trim().length >= 15 &&
      !/^(?:label|th|dt|h[1-6]|button|a|span|input|meta)$/.test(el.localName) &&
      !items.some((item) => item.contains(el) || el.contains(item)) &&
      !(box && (el.contains(box) || box.contains(el))) &&
      !standsApart(el) &&
      !el.closest('form, aside') &&
      sight.sees(el),
  );
  const before = named.filter(
    (el) => !items[0] || (el.compareDocumentPosition(items[0]) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return before.find((el) => !before.some((other) => other !== el && el.contains(other))) ?? null;
}

const ownName = (el: Element): string =>
  `${el.getAttribute('class') ?? ''} ${el.id} ${el.getAttribute('data-testid') ?? ''}`;
