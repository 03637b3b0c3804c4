/** Classes, id, role and data attributes of an element as one line of words: `is-note messageRow` → `is note message row`. */
export function hintsOf(el: Element): string {
  const parts = [
    el.getAttribute('class') ?? '',
    el.id && typeof el.id === 'string' ? el.id : '',
    el.getAttribute('role') ?? '',
  ];
  for (const { name, value } of el.attributes) {
    if (name.startsWith('data-') && value.length < 40) parts.push(`${name.slice(5)} ${value}`);
  }
  return parts
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_:./\s]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Parts of a page that are never its record: navigation, search, footers. */
const APART =
  'nav, footer, [role="navigation"], [role="search"], [role="menu"], [role="menubar"], [role="tablist"], [role="dialog"]';

export const standsApart = (el: Element): boolean => el.closest(APART) !== null;

/** Buttons and menus beside a text. */
export const isToolbar = (el: Element): boolean =>
  /^(?:button|form|menu|nav)$/.test(el.localName) ||
  /contextual|toolbar|actions|controls|menu/i.test(el.getAttribute('class') ?? '');

/** One of them, or a part of one, inside of `item`. */
export function isTool(el: Element, item: Element): boolean {
  for (let up: Element | null = el; up && up !== item; up = up.parentElement) if (isToolbar(up)) return true;
  return false;
}
