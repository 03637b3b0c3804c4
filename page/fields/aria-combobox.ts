import { ok, type Result, refuse } from '../../core/result';
import { oneLine } from '../read/one-line';
import { waitFor } from '../wait';
import { leave, press } from './events';
import type { Field } from './field';
import { choose, escapeFrom, type Popup } from './popup';

const CONTROL = '[role="combobox"], [aria-haspopup="listbox"]';
const OPENS_MS = 2_000;

/**
 * A control that nobody's file knows and that says what it is: a combobox, or what brings up a listbox, whose list
 * holds options. Its value is what it shows. Nothing is typed into it: where its list does not open by a press, or
 * takes several values, it is refused and left as it was.
 */
export function ariaCombobox(el: Element): Field | null {
  const control = controlAt(el);
  if (!control) return null;
  const doc = control.ownerDocument;
  let before: Element[] = [];
  const list = (): Element | null => openList(control, before);
  const popup: Popup = {
    doc,
    open: () => {
      before = [...doc.querySelectorAll('[role="listbox"]')].filter((one) => one.checkVisibility());
      // some open when the focus comes, so it must not be there already
      if (doc.activeElement === control) leave(control);
      press(control);
    },
    close: () => {
      const open = list();
      leave(control);
      if (list()) escapeFrom(open?.contains(doc.activeElement) ? open : control);
    },
    options: () => {
      const options = [...(list()?.querySelectorAll('[role="option"]') ?? [])];
      return options.length > 0 ? options : null;
    },
    scroller: () => scrollerOf(list()),
  };
  const now = (): string[] => (isPlaceholder(control) ? [] : [shownBy(control)].filter(Boolean));
  return {
    family: 'combobox',
    multiple: false,
    read: () => ({
      values: now().map((label) => ({ label, id: hiddenValue(control) || label })),
      options: null,
    }),
    set: async ([label, ...more], check) => {
      if (label === undefined || more.length > 0) return refuse('unknown-value', 'It takes one value.');
      const fits = await fitsOne(popup, list, now);
      return fits.ok ? choose(popup, label, check) : fits;
    },
  };
}

/** The innermost control that an element is, is part of, or holds alone. */
function controlAt(el: Element): HTMLElement | null {
  const inside = [...el.querySelectorAll<HTMLElement>(CONTROL)].filter((one) => !one.querySelector(CONTROL));
  if (inside.length > 0) return inside.length === 1 ? (inside[0] ?? null) : null;
  const own = el.closest<HTMLElement>(CONTROL);
  // an editor that offers people or commands is no choice of a list
  return own && !own.isContentEditable && own.localName !== 'textarea' ? own : null;
}

/** The list it names; where it names none, the only one that came when it was pressed. */
function openList(control: Element, before: readonly Element[]): Element | null {
  if (control.getAttribute('aria-expanded') === 'false') return null;
  const doc = control.ownerDocument;
  const ids = `${control.getAttribute('aria-controls') ?? ''} ${control.getAttribute('aria-owns') ?? ''}`;
  for (const id of ids.split(/\s+/).filter(Boolean)) {
    const named = doc.getElementById(id);
    if (named) return named.checkVisibility() ? named : null;
  }
  const came = [...doc.querySelectorAll('[role="listbox"]')].filter(
    (list) => list.checkVisibility() && !before.includes(list),
  );
  return came.length === 1 ? (came[0] ?? null) : null;
}

/** Opens it, and sees whether what it shows is what its list calls chosen. */
async function fitsOne(popup: Popup, list: () => Element | null, now: () => string[]): Promise<Result<null>> {
  if (popup.options() === null) popup.open();
  const options = await waitFor(popup.doc, popup.options, OPENS_MS);
  const no = (words: string): Result<null> => {
    popup.close();
    return refuse('no-such-field', words);
  };
  if (!options) return no('Its list did not open.');
  const several = '[aria-multiselectable="true"]';
  if (list()?.matches(several) || list()?.querySelector(several)) return no('It takes several values.');
  const chosen = options.filter((option) => option.getAttribute('aria-selected') === 'true');
  const words = options.map((option) => oneLine(option.textContent ?? ''));
  const [shown] = now();
  const strange = shown !== undefined && !words.includes(shown) && chosen.length > 0;
  return strange ? no('What it shows is not what is chosen.') : ok(null);
}

const shownBy = (control: HTMLElement): string => {
  if (control.localName === 'input') return oneLine((control as HTMLInputElement).value);
  const copy = control.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll('[aria-hidden="true"], svg, [role="listbox"], input, select'))
    part.remove();
  return oneLine(copy.textContent ?? '');
};

function isPlaceholder(control: HTMLElement): boolean {
  if (control.localName === 'input') return false;
  if (control.hasAttribute('data-placeholder')) return true;
  const words = shownBy(control);
  const named = [control, ...control.querySelectorAll('[class*="placeholder" i], [data-placeholder]')];
  return named.some(
    (part) => /placeholder/i.test(part.className) && oneLine(part.textContent ?? '') === words,
  );
}

/** What a form would send, where exactly one hidden input stands with this control and no other. */
function hiddenValue(control: Element): string {
  let at: Element | null = control.parentElement;
  for (let up = 0; up < 3 && at; up += 1, at = at.parentElement) {
    const others = [...at.querySelectorAll(CONTROL)].filter(
      (one) => !one.contains(control) && !control.contains(one),
    );
    if (others.length > 0) return '';
    const hidden = at.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input[type="hidden"], select');
    if (hidden.length > 0) return hidden.length === 1 ? (hidden[0]?.value ?? '') : '';
  }
  return '';
}

/** The list or the first part around its options that scrolls. */
function scrollerOf(list: Element | null): Element | null {
  let at = list?.querySelector('[role="option"]')?.parentElement ?? null;
  for (; at && at !== list?.parentElement; at = at.parentElement)
    if (at.scrollHeight > at.clientHeight + 4) return at;
  return null;
}
