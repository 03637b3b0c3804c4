import { labelOf } from '../fields/labels';
import type { Choose } from './generic-composer';

/** What a box is called that holds something about the record: nobody reads it as a message. */
const FIELD =
  /^\W*(?:description|resolution|solution|summary|root cause|steps|address|signature|beschreibung|lösung|zusammenfassung|adresse|résolution|résumé|descripción|resolución|descrição)(?![\p{L}])/iu;

/**
 * Where the person is, else in an open dialog over the page. Fields of the record, and what stands at the side about its
 * customer, are no place for a message.
 */
export const boxesForMessages: Choose = (boxes, anchor) => {
  const fit = boxes.filter((el) => !FIELD.test(labelOf(el)) && !isAside(el, anchor));
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
