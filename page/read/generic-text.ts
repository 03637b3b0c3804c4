import { frameDocument, isFrame } from './flat-tree';

const NOT_SAID = 'script, style, iframe, frame';

type Measure = (text: string) => number;
const length: Measure = (text) => text.trim().length;

/** How many letters an element holds: with those of the mails in its frames, and without its scripts. */
export function sizeOf(el: Element, measure: Measure = length): number {
  let size = isFrame(el) ? measure(mailIn(el)) : measure(el.textContent ?? '');
  for (const part of el.querySelectorAll(NOT_SAID))
    size += isFrame(part) ? measure(mailIn(part)) : -measure(part.textContent ?? '');
  return size;
}

/** The same of what is shown. */
export function shownSizeOf(el: Element, measure: Measure = length): number {
  const text = isFrame(el) || isOut(el) ? '' : ((el as HTMLElement).innerText ?? '');
  return mailsIn(el).reduce((size, frame) => size + measure(mailIn(frame)), measure(text));
}

/** Of what is not drawn at all the browser gives every letter. */
const isOut = (el: Element): boolean =>
  el.getClientRects().length === 0 && getComputedStyle(el).display !== 'contents';

/** Frames that show a mail: what they hold can be read, and nobody writes in them. */
export const mailsIn = (el: Element): Element[] =>
  (isFrame(el) ? [el] : [...el.querySelectorAll('iframe, frame')]).filter(
    (frame) => (frame as HTMLElement).offsetHeight > 2 && mailIn(frame) !== '',
  );

function mailIn(frame: Element): string {
  const doc = frameDocument(frame);
  return !doc?.body || doc.body.isContentEditable || doc.designMode === 'on'
    ? ''
    : (doc.body.textContent ?? '').trim();
}
