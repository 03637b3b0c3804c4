import type { GenericWords } from '../../core/generic-words';
import { labelOf } from '../fields/labels';
import type { Choose } from './generic-composer';
import { BUTTON, buttonText } from './generic-visibility';

/** What a box is called that holds something about the record: nobody reads it as a message. */
const FIELD =
  /^\W*(?:description|resolution|solution|summary|root cause|steps|address|signature|beschreibung|lösung|zusammenfassung|adresse|résolution|résumé|descripción|resolución|descrição)(?![\p{L}])/iu;

/**
 * Where the person is, else in an open dialog over the page. Fields of the record, and what stands at the side about its
 * customer, are no place for a message.
 */
export const boxesForMessages =
  (words: GenericWords): Choose =>
  (boxes, anchor) => {
    const fit = boxes.filter(
      (el) => !FIELD.test(labelOf(el)) && !isAside(el, anchor) && !isFilled(el, words),
    );
    const near = fit.find(hasFocus) ?? fit.find((el) => placeOf(el).closest('[role="dialog"], dialog[open]'));
    return near ? [near] : fit;
  };

/** Where a box stands on the page: inside of an editor's frame, where the frame does. */
const placeOf = (el: Element): Element => el.ownerDocument.defaultView?.frameElement ?? el;

const hasFocus = (el: Element): boolean => (el.getRootNode() as Document | ShadowRoot).activeElement === el;

function isAside(el: Element, anchor: Element | null): boolean {
  const aside = placeOf(el).closest('aside, [role="complementary"]');
  return aside !== null && !(anchor && aside.contains(anchor));
}

/**
 * A text of the record, among its other fields and with no button that sends: it is read as a part of the record, and
 * written to where the person is in it.
 */
function isFilled(el: Element, words: GenericWords): boolean {
  const text = (el as HTMLTextAreaElement).value ?? el.textContent ?? '';
  if (hasFocus(el) || text.trim() === '') return false;
  for (let up = placeOf(el).parentElement; up; up = up.parentElement) {
    const shown = (selector: string): Element[] =>
      [...(up as Element).querySelectorAll(selector)].filter((part) => part.getClientRects().length > 0);
    if (shown(BUTTON).some((button) => words.send.test(buttonText(button)))) return false;
    const labels = shown('select, input').map(labelOf);
    // subject, copies and whom it goes to are fields of a message
    if (labels.some((label) => words.notField.test(label))) return false;
    if (labels.length > 2 && labels.some((label) => words.fields.some((f) => f.label.test(label))))
      return true;
  }
  return false;
}
