import { ok, type Result, refuse } from '../../core/result';
import { oneLine } from '../read/one-line';
import { waitFor } from '../wait';
import { press } from './events';
import { type Check, NO_CHECK } from './field';

/** A list of choices that a control brings up. */
export interface Popup {
  doc: Document;
  /** Opens it as a person would. */
  open(): void;
  close(): void;
  /** The choices drawn now; null while it is closed. */
  options(): Element[] | null;
  /** What scrolls, where only a part of a long list is drawn. */
  scroller?(): Element | null;
  /** How a choice is taken; a press of the mouse where it is left out. */
  take?(option: Element): void;
}

const OPENS_MS = 2_000;

/** A choice's own words: what labels it, without marks beside them. */
function wordsOf(option: Element): string {
  const by = option.getAttribute('aria-labelledby');
  const label = by ? option.ownerDocument.getElementById(by) : null;
  return oneLine((label ?? option).textContent ?? '');
}

const isOff = (option: Element): boolean =>
  option.getAttribute('aria-disabled') === 'true' ||
  option.hasAttribute('data-disabled') ||
  /\bdisabled\b/i.test(option.className);

/** Opens the list, finds the one choice with exactly these words, asks once more, and takes it. */
export async function choose(popup: Popup, label: string, check: Check): Promise<Result<null>> {
  const wasOpen = popup.options() !== null;
  if (!wasOpen) popup.open();
  const opened = await waitFor(popup.doc, popup.options, OPENS_MS);
  if (!opened) return refuse('no-such-field', 'Its list did not open.');
  const found = await findOption(popup, label);
  if (!found) {
    popup.close();
    return refuse('unknown-value', label);
  }
  const refusal = check();
  if (refusal) {
    popup.close();
    return { ok: false, refusal };
  }
  (popup.take ?? press)(found);
  await waitFor(popup.doc, () => (popup.options() === null ? true : null), 150);
  if (popup.options() !== null) popup.close();
  return ok(null);
}

/** Looks at what is drawn; in a list that draws only a part, scrolls on until the end. */
async function findOption(popup: Popup, label: string): Promise<Element | null> {
  const fits = (): Element | null => {
    const all = (popup.options() ?? []).filter((option) => wordsOf(option) === label && !isOff(option));
    return all.length === 1 ? (all[0] ?? null) : null;
  };
  // options may still be drawn in after the list itself
  const first = await waitFor(popup.doc, fits, 120);
  if (first) return first;
  const scroller = popup.scroller?.();
  if (!scroller) return null;
  // the list may have been left anywhere: from the top, a screenful at a time
  for (let to = 0; to <= scroller.scrollHeight; to += Math.max(40, scroller.clientHeight * 0.8)) {
    const drawn = (popup.options() ?? []).map(wordsOf).join();
    scroller.scrollTop = to;
    scroller.dispatchEvent(new Event('scroll', { bubbles: true }));
    await waitFor(
      popup.doc,
      () => ((popup.options() ?? []).map(wordsOf).join() === drawn ? null : true),
      120,
    );
    const found = fits();
    if (found) return found;
  }
  return null;
}

/** What a control with several values needs. */
export interface Several {
  now(): string[];
  add(label: string, check: Check): Promise<Result<null>>;
  remove(label: string, check: Check): Promise<Result<null>>;
}

/**
 * Adds what is missing, then takes out what should not be there. When a value cannot be added, those added so far
 * go again, so that a refusal leaves the field as it was.
 */
export async function setSeveral(
  field: Several,
  wanted: readonly string[],
  check: Check,
): Promise<Result<null>> {
  const before = field.now();
  for (const label of wanted.filter((l) => !before.includes(l))) {
    const done = await field.add(label, check);
    if (done.ok) continue;
    for (const added of field.now().filter((l) => !before.includes(l))) await field.remove(added, NO_CHECK);
    return done;
  }
  for (const label of before.filter((l) => !wanted.includes(l))) {
    const done = await field.remove(label, check);
    if (!done.ok) return done;
  }
  return ok(null);
}

/** Presses an element that takes a value away, if it is there and the check agrees. */
export async function pressOrRefuse(
  el: Element | null | undefined,
  what: string,
  check: Check,
): Promise<Result<null>> {
  if (!el) return refuse('unknown-value', what);
  const refusal = check();
  if (refusal) return { ok: false, refusal };
  press(el);
  return ok(null);
}

/** Leaves an open list the way the Escape key does; nothing else on a page listens for it while a list is open. */
export function escapeFrom(el: Element): void {
  const key: KeyboardEventInit = {
    key: 'Escape',
    code: 'Escape',
    bubbles: true,
    cancelable: true,
    composed: true,
  };
  el.dispatchEvent(new KeyboardEvent('keydown', key));
}
