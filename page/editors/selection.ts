import * as z from 'zod/mini';

/** A place as steps from a root to a node and an offset in it, so that it outlives a redraw. */
const Point = z.strictObject({ path: z.array(z.int()), offset: z.int() });

/** `inside`: paths from the editable; else from the document's root. Null points: nothing was selected. */
export const SavedSelection = z.strictObject({
  inside: z.boolean(),
  focused: z.boolean(),
  ends: z.nullable(z.strictObject({ anchor: Point, focus: Point })),
});
export type SavedSelection = z.infer<typeof SavedSelection>;

type Root = (Document | ShadowRoot) & { getSelection?: () => Selection | null };

/** The selection of the editor's own tree: a shadow root has one of its own. */
export function selectionOf(el: HTMLElement): Selection | null {
  const root = el.getRootNode() as Root;
  return (root.nodeType === 11 ? root.getSelection?.() : null) ?? el.ownerDocument.getSelection();
}

export const hasFocus = (el: HTMLElement): boolean => (el.getRootNode() as Root).activeElement === el;

export function saveSelection(el: HTMLElement): SavedSelection {
  const selection = selectionOf(el);
  const focused = hasFocus(el);
  const { anchorNode, focusNode } = selection ?? { anchorNode: null, focusNode: null };
  if (!selection || !anchorNode || !focusNode) return { inside: false, focused, ends: null };
  for (const root of [el, el.ownerDocument.documentElement]) {
    const anchor = pathTo(root, anchorNode, selection.anchorOffset);
    const focus = pathTo(root, focusNode, selection.focusOffset);
    if (anchor && focus) return { inside: root === el, focused, ends: { anchor, focus } };
  }
  return { inside: false, focused, ends: null };
}

function pathTo(root: Node, node: Node, offset: number): z.infer<typeof Point> | null {
  const path: number[] = [];
  for (let at = node; at !== root; ) {
    const parent = at.parentNode;
    if (parent === null) return null;
    path.unshift([...parent.childNodes].indexOf(at as ChildNode));
    at = parent;
  }
  return { path, offset };
}

/** Sets it and tells the page at once: `selectionchange` itself comes a task later. False when the place is gone. */
export function loadSelection(el: HTMLElement, saved: SavedSelection): boolean {
  const selection = selectionOf(el);
  if (!selection) return false;
  if (saved.ends === null) {
    selection.removeAllRanges();
    return true;
  }
  const root = saved.inside ? el : el.ownerDocument.documentElement;
  const anchor = nodeAt(root, saved.ends.anchor.path);
  const focus = nodeAt(root, saved.ends.focus.path);
  if (!anchor || !focus) return false;
  selection.setBaseAndExtent(
    anchor,
    within(anchor, saved.ends.anchor.offset),
    focus,
    within(focus, saved.ends.focus.offset),
  );
  announce(el);
  return true;
}

const within = (node: Node, offset: number) =>
  Math.min(offset, node.nodeType === 3 ? (node as Text).length : node.childNodes.length);

function nodeAt(root: Node, path: number[]): Node | null {
  let node: Node | null = root;
  for (const step of path) node = node?.childNodes[step] ?? null;
  return node;
}

export function collapseTo(el: HTMLElement, node: Node, offset: number): void {
  selectionOf(el)?.collapse(node, offset);
  announce(el);
}

/** Editors follow the document's selection a task later; those we are about to write into must know now. */
export function announce(el: HTMLElement): void {
  el.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/** At whose very beginning the first place in the editable is where a caret can stand. */
export function startOf(el: HTMLElement): Node {
  let node: Node = el;
  while (node.firstChild && (node.firstChild.nodeType === 3 || holdsText(node.firstChild)))
    node = node.firstChild;
  return node;
}

const holdsText = (node: Node) =>
  node.nodeType === 1 &&
  !/^(BR|IMG|HR|INPUT|TABLE)$/.test((node as Element).tagName) &&
  (node as HTMLElement).isContentEditable;
