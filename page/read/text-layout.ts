import type { Lines } from './lines';
import type { Painted } from './painted';
import { WRAP } from './style-flags';

/** What a list draws before one of its items. */
export function markerOf(item: Element): string {
  const list = item.parentElement;
  if (list?.localName !== 'ol') return '- ';
  const items = [...list.children].filter((child) => child.localName === 'li');
  return `${(list as HTMLOListElement).start + items.indexOf(item)}. `;
}

/** Its children stand beside each other, so their texts do too. */
export function sideBySide(state: Painted): boolean {
  return state.display.endsWith('flex') && state.style.flexDirection.startsWith('row');
}

/** A text that stands beside the one before it, or below where it has lines of its own. */
export function addBeside(lines: Lines, text: string): void {
  if (text === '') return;
  if (text.includes('\n')) {
    lines.line();
    lines.add(text, true);
    lines.line();
    return;
  }
  lines.gap();
  lines.add(text, true);
  lines.gap();
}

/** Line ends and blanks in its text are drawn as they stand. Inherited, so asked where a rule says so. */
export function keepsSpace(state: Painted): boolean {
  let from = state;
  while (from.parent && !(from.flags & WRAP)) from = from.parent;
  return /^(pre|break)/.test(from.style.whiteSpace);
}
