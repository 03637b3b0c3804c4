import type { Probe } from '../../core/site';

/** A page as text, read without painting it: for what a helpdesk answers, not for what a person sees. */
export function documentOf(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

const BLOCK =
  /^(?:address|article|blockquote|br|dd|div|dl|dt|fieldset|figure|form|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul)$/;
const NO_TEXT = /^(?:script|style|template|noscript|head|title|textarea|select|iframe)$/;

/** The text of an element with line breaks between its blocks; what is marked as hidden in itself is left out. */
export function textOf(el: Element): string {
  const parts: string[] = [];
  walk(el, parts);
  return parts
    .join('')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function walk(node: Node, parts: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) {
      parts.push((child.nodeValue ?? '').replace(/\s+/g, ' '));
      continue;
    }
    if (child.nodeType !== 1) continue;
    const el = child as Element;
    if (NO_TEXT.test(el.localName) || isHidden(el)) continue;
    const block = BLOCK.test(el.localName);
    if (block) parts.push('\n');
    walk(el, parts);
    if (block) parts.push('\n');
  }
}

const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?:[;\s.]|$)|(?:max-)?height\s*:\s*0/i;

function isHidden(el: Element): boolean {
  return el.hasAttribute('hidden') || HIDING.test(el.getAttribute('style') ?? '');
}

/** What a probe finds in a fetched page, one text per element, blanks left out. */
export function probeHtml(root: ParentNode, probe: Probe): string[] {
  const found: string[] = [];
  for (const el of root.querySelectorAll(probe.selector)) {
    if (!standsBeside(el, probe.beside)) continue;
    const raw = probe.attribute ? (el.getAttribute(probe.attribute) ?? '') : shown(el);
    const match = probe.pattern?.exec(raw.trim());
    const text = probe.pattern ? (match?.[1] ?? match?.[0] ?? '') : raw;
    if (text.trim() !== '') found.push(text.trim());
  }
  return found;
}

/** The first text that a probe finds, on one line. */
export const firstInHtml = (root: ParentNode, probe: Probe | undefined): string =>
  probe ? (probeHtml(root, probe)[0] ?? '').replace(/\s+/g, ' ').trim() : '';

/** What a form control holds as it was sent, or the element's own text. */
function shown(el: Element): string {
  if (el.localName === 'select') {
    const chosen = [...(el as HTMLSelectElement).options].filter((option) => option.selected);
    return chosen.map((option) => option.label).join(', ');
  }
  if (el.localName === 'input' || el.localName === 'textarea') return (el as HTMLInputElement).value;
  return textOf(el);
}

/** The label of the same row says that this is the one meant. */
export function standsBeside(el: Element, beside: Probe['beside']): boolean {
  if (!beside) return true;
  const label = el.closest(beside.row)?.querySelector(beside.label);
  return beside.text.test((label?.textContent ?? '').replace(/\s+/g, ' ').trim());
}

/** The words of an error that a page shows; null when it shows none. */
export function problemIn(html: string, selector: string): string | null {
  const words = [...documentOf(html).querySelectorAll(selector)]
    .map(textOf)
    .filter((text) => /\p{L}/u.test(text));
  return words.length > 0 ? words.join(' ').slice(0, 300) : null;
}
