import type { RecordPage } from '../../core/site';
import { findSeen } from './find';
import { oneLine } from './one-line';
import { Sight } from './visible-text';

/** What a page said against something, while it was watched. */
export interface Complaints {
  /** Its words, each once; null when there were none. */
  words(touched: { operation?: string }): string | null;
  stop(): void;
}

const LOUD = '[role="alert"], [aria-live="assertive"]';
/** A part of a class name by which pages mark what went wrong. */
const MARKED = /(?:^|[-_])(?:errors?|failed|failure|danger|invalid)(?:[-_]|$)/i;
const MOST = 300;

/**
 * Watches for words of complaint that appear: alerts, and what is marked as an error. A toast is gone after a moment,
 * so it is read when it comes. What stood there before, and what stands in the conversation, is none of it.
 * @param page says where the messages are: what somebody wrote is no word of the page
 */
export function watchComplaints(doc: Document, page: RecordPage | null): Complaints {
  const apart = page?.messages?.item;
  const old = new Set(all(doc.body).map((el) => oneLine(el.textContent ?? '')));
  const heard = new Set<string>();
  const observer = new MutationObserver((changes) => {
    const sight = new Sight(doc);
    for (const el of changes.flatMap(complaining)) {
      if (!el.isConnected || el.closest('[contenteditable]') || (apart && el.closest(apart))) continue;
      const words = oneLine(el.textContent ?? '');
      if (words !== '' && !old.has(words) && sight.sees(el)) heard.add(words.slice(0, MOST));
    }
  });
  observer.observe(doc.body, { childList: true, subtree: true, characterData: true });
  return {
    words: ({ operation }) =>
      (heard.size > 0 ? [...heard].slice(0, 3).join(' ') : null) ?? denial(doc, page, operation),
    stop: () => observer.disconnect(),
  };
}

/** What the page that a form has loaded says of a right that is missing, with the helpdesk's own name of it. */
function denial(doc: Document, page: RecordPage | null, operation: string | undefined): string | null {
  if (!page?.answers) return null;
  const { selector, denied } = page.answers;
  const said = findSeen(new Sight(doc), selector).map((el) => oneLine(el.textContent ?? ''));
  const words = said.find((one) => denied.test(one));
  if (!words) return null;
  const sign = page.rights?.signs.find(({ operations }) => operations.some((one) => one === operation));
  return sign ? `${words} (right “${sign.right}”)` : words;
}

const isComplaint = (el: Element): boolean =>
  el.matches(LOUD) || [...el.classList].some((name) => MARKED.test(name));

const all = (root: Element): Element[] => [...root.querySelectorAll('*')].filter(isComplaint);

/** The complaints that a change of the page brought: new elements, and those whose words changed. */
function complaining({ target, addedNodes }: MutationRecord): Element[] {
  const added = [...addedNodes].filter((node) => node instanceof Element) as Element[];
  const around = target instanceof Element ? target : target.parentElement;
  const over = around ? [around, around.parentElement].filter((el) => el !== null) : [];
  return [
    ...over.filter(isComplaint),
    ...added.flatMap((el) => [...(isComplaint(el) ? [el] : []), ...all(el)]),
  ];
}
