import type { Probe } from '../../core/site';
import { chosenIn } from '../fields/native-select';
import { findAll, findOwn } from './find';
import { withoutInvisible } from './invisible-characters';
import { oneLine } from './one-line';
import type { Sight } from './visible-text';

/**
 * What a probe finds, one text per element, blanks left out. Text counts only where a person can see it;
 * an attribute is asked for by name, so it counts wherever the element stands.
 * @param scope look inside this element only (the element itself may match too)
 * @param everywhere also inside what customers wrote, where their own markup could pose as the helpdesk's
 */
export function readProbe(sight: Sight, probe: Probe, scope?: Element, everywhere = false): string[] {
  const found: string[] = [];
  for (const el of (everywhere ? findAll : findOwn)(sight, probe.selector, scope)) {
    if (!standsBeside(el, probe.beside)) continue;
    const raw = probe.attribute ? (el.getAttribute(probe.attribute) ?? '') : shownValue(sight, el);
    const text = cut(withoutInvisible(raw).text.trim(), probe.pattern);
    if (text) found.push(text);
  }
  return found;
}

/** The label of the same row says that this is the one meant. */
export function standsBeside(el: Element, beside: Probe['beside']): boolean {
  if (!beside) return true;
  const label = el.closest(beside.row)?.querySelector(beside.label);
  return beside.text.test(oneLine(label?.textContent ?? ''));
}

/** The first text that a probe finds, on one line; '' when there is none. */
export function readFirst(sight: Sight, probe: Probe | undefined, scope?: Element): string {
  if (!probe) return '';
  return oneLine(readProbe(sight, probe, scope)[0] ?? '');
}

/** A control's value as the page shows it, or an element's visible text. */
export function shownValue(sight: Sight, el: Element): string {
  switch (el.localName) {
    case 'select':
      return chosenIn(el as HTMLSelectElement)
        .map((option) => option.label.trim())
        .join(', ');
    case 'textarea':
      return (el as HTMLTextAreaElement).value;
    case 'input': {
      const input = el as HTMLInputElement;
      if (input.type === 'password' || input.type === 'hidden') return '';
      if (input.type === 'checkbox' || input.type === 'radio') return input.checked ? 'Yes' : 'No';
      return input.value;
    }
    default:
      return sight.text(el, { whole: true });
  }
}

function cut(text: string, pattern: RegExp | undefined): string {
  if (!pattern) return text;
  const match = pattern.exec(text);
  return (match?.[1] ?? match?.[0] ?? '').trim();
}
