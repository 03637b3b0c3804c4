import { frameDocument, isFrame, shadowOf } from '../read/flat-tree';
import { FAMILIES } from './families';
import type { EditorFamily } from './family';

/** An editor on the page, with how it is written into. */
export interface FoundEditor {
  el: HTMLElement;
  family: EditorFamily;
  /** A person can see it. */
  visible: boolean;
  /** A person could type into it. */
  enabled: boolean;
}

/** Every box on the page that holds several lines: in the document, in shadow roots, in frames of the same origin. */
export function findEditors(root: Document): FoundEditor[] {
  const found: FoundEditor[] = [];
  for (const tree of treesIn(root)) {
    if (tree.nodeType === 9 && (tree as Document).designMode === 'on') push(found, (tree as Document).body);
    for (const el of tree.querySelectorAll<HTMLElement>('textarea, [contenteditable]')) {
      if (el.localName === 'textarea' || (el.isContentEditable && !el.parentElement?.isContentEditable))
        push(found, el);
    }
  }
  return found;
}

function push(found: FoundEditor[], el: HTMLElement): void {
  const editor = describe(el);
  // An editable inside an editor's own widget (a caption, a cell) is part of that editor.
  const outer = el.parentElement?.closest<HTMLElement>('[contenteditable="true"], [contenteditable=""]');
  if (editor && !outer) found.push(editor);
}

/**
 * The first selector that matches an editor, or something that holds exactly one. Looks through shadow roots and
 * frames, and prefers what a person can see.
 */
export function resolveEditor(doc: Document, selectors: string[]): FoundEditor | null {
  const near = bestOf([doc], selectors);
  if (near?.visible && near.enabled) return near;
  // Only now the slow way, through everything that is nested.
  return bestOf(treesIn(doc), selectors) ?? near;
}

function bestOf(trees: (ParentNode & Node)[], selectors: string[]): FoundEditor | null {
  for (const selector of selectors) {
    const hits = trees.flatMap((tree) => [...tree.querySelectorAll<HTMLElement>(selector)]);
    const editors = hits.flatMap((el) => editorAt(el) ?? []);
    const best = editors.find((e) => e.visible && e.enabled) ?? editors.find((e) => e.visible) ?? editors[0];
    if (best) return best;
  }
  return null;
}

/** The editor that an element is, is inside of, or holds. */
export function editorAt(el: HTMLElement): FoundEditor | null {
  const own = describe(el.isContentEditable ? outermost(el) : el);
  if (own) return own;
  const frame = isFrame(el) ? frameDocument(el) : null;
  const inner = frame ? findEditors(frame) : treesIn(el).flatMap((tree) => findIn(tree));
  return inner.find((e) => e.visible) ?? inner[0] ?? null;
}

function findIn(tree: ParentNode & Node): FoundEditor[] {
  const editable = [...tree.querySelectorAll<HTMLElement>('[contenteditable], textarea')];
  return editable.flatMap((el) => describe(el) ?? []);
}

function outermost(el: HTMLElement): HTMLElement {
  let at = el;
  while (at.parentElement?.isContentEditable) at = at.parentElement;
  return at;
}

function describe(el: HTMLElement): FoundEditor | null {
  const family = FAMILIES.find((f) => f.matches(el));
  return family ? { el, family, visible: isShown(el, family), enabled: isEnabled(el) } : null;
}

/** A person can see it: not a field that an editor hides and fills by itself, nor a box in a closed part of the page. */
export function isShown(el: HTMLElement, family?: EditorFamily): boolean {
  let at: Element | null = family?.frame?.(el) ?? el;
  for (; at; at = at.ownerDocument.defaultView?.frameElement ?? null) {
    if (!at.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return false;
    if (isTiny(at) || isClippedAway(at)) return false;
  }
  return true;
}

const isTiny = (el: Element): boolean => {
  const box = el.getBoundingClientRect();
  return box.width < 2 || box.height < 2;
};

/** Inside something of no size that shows nothing beyond itself. */
function isClippedAway(el: Element): boolean {
  for (let up = el.parentElement; up && up !== up.ownerDocument.body; up = up.parentElement) {
    if (isTiny(up) && /hidden|clip/.test(getComputedStyle(up).overflow)) return true;
  }
  return false;
}

export function isEnabled(el: HTMLElement): boolean {
  if (!el.isConnected || el.closest('[inert]') || el.getAttribute('aria-disabled') === 'true') return false;
  if (el.matches('textarea, input')) return el.matches(':enabled') && !(el as HTMLTextAreaElement).readOnly;
  return el.isContentEditable && el.getAttribute('aria-readonly') !== 'true';
}

/**
 * One of the small boxes of an editor that has a box for every paragraph: beside it stand others just like it, and
 * nothing else. What it holds is not the text, so nothing can be proved by it.
 */
export function isOneOfMany(el: HTMLElement): boolean {
  if (el.matches('textarea, input')) return false;
  if (isBlock(el)) return true;
  let path = '';
  let at: HTMLElement = el;
  for (let up = 0; up < 4 && at.parentElement; up += 1) {
    const like = [...at.parentElement.children].filter(
      (other) => other !== at && other.tagName === at.tagName && other.className === at.className,
    );
    const others = path === '' ? like : like.map((other) => other.querySelector(path));
    const editable = others.filter((other) => (other as HTMLElement | null)?.isContentEditable);
    if (editable.length > 0 && !at.querySelector('button, input, textarea, select')) return true;
    path = `:scope > ${at.tagName}${path.replace(':scope', '')}`;
    at = at.parentElement;
  }
  return false;
}

const isBlock = (el: HTMLElement): boolean => {
  const near = [
    el,
    el.parentElement,
    el.parentElement?.parentElement,
    el.parentElement?.parentElement?.parentElement,
  ];
  return near.some(
    (at) =>
      at?.hasAttribute('data-block-id') ||
      (at?.hasAttribute('data-id') && /(^|[\s_-])block([\s_-]|$)/i.test(at.className)),
  );
};

/** A document or element and everything nested in it that a content script may look into. */
function treesIn(root: Document | ShadowRoot | HTMLElement): (ParentNode & Node)[] {
  const trees: (ParentNode & Node)[] = [root];
  const hosts = [root, ...root.querySelectorAll('*')] as HTMLElement[];
  for (const el of hosts) {
    const shadow = el.nodeType === 1 ? shadowOf(el) : null;
    if (shadow) trees.push(...treesIn(shadow));
    const frame = isFrame(el) ? frameDocument(el) : null;
    if (frame) trees.push(...treesIn(frame));
  }
  return trees;
}
