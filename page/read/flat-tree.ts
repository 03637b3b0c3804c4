/** What a person sees is the flat tree: shadow roots in place of their hosts' children, slotted nodes in their slots. */

interface ShadowOpener {
  openOrClosedShadowRoot?: (el: HTMLElement) => ShadowRoot | null;
}

const opener = (globalThis as { chrome?: { dom?: ShadowOpener } }).chrome?.dom;

/** Only these built-in elements may host a shadow root. */
const HOSTS = new Set(
  'ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'.split(' '),
);

/**
 * The shadow root of an element, open or closed. Asking the browser for a closed one is slow, so built-in elements
 * are asked only when they have no children of their own to show.
 */
function shadowOf(el: Element): ShadowRoot | null {
  if (el.shadowRoot) return el.shadowRoot;
  if (!opener?.openOrClosedShadowRoot) return firefoxShadow(el);
  const custom = el.localName.includes('-');
  if (!custom && (el.firstChild || !HOSTS.has(el.tagName))) return null;
  return opener.openOrClosedShadowRoot(el as HTMLElement);
}

/** Firefox offers the same as a property of the element, to extensions alone. */
function firefoxShadow(el: Element): ShadowRoot | null {
  return (el as Element & { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null;
}

/** Looks at the children as they are drawn; a slot's nodes stand elsewhere in the tree. */
export function childrenOf(el: Element, look: (child: Node) => void): void {
  const shadow = shadowOf(el);
  if (!shadow && el.localName === 'slot') {
    const assigned = (el as HTMLSlotElement).assignedNodes?.() ?? [];
    if (assigned.length > 0) {
      for (const node of assigned) look(node);
      return;
    }
  }
  for (let child = (shadow ?? el).firstChild; child; child = child.nextSibling) look(child);
}

/** The parent as it is drawn; null at the top of the document tree that can be reached. */
export function parentOf(node: Node): Element | null {
  const slot = (node as Element | Text).assignedSlot;
  if (slot) return slot;
  const parent = node.parentNode;
  if (!parent) return null;
  if (parent.nodeType === Node.ELEMENT_NODE) return parent as Element;
  if (parent.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return (parent as ShadowRoot).host ?? null;
  return null;
}

/** The document inside a frame, or null where another site's page is shown. */
export function frameDocument(el: Element): Document | null {
  try {
    return (el as HTMLIFrameElement).contentDocument;
  } catch (refused) {
    // a frame of another origin: the browser says no by throwing
    if (refused instanceof DOMException) return null;
    throw refused;
  }
}

export function isFrame(el: Element): boolean {
  return el.localName === 'iframe' || el.localName === 'frame';
}

export type Root = Document | ShadowRoot;

/** The document and every shadow root and same-origin frame document below it, in document order. */
export function allRoots(doc: Document): Root[] {
  const roots: Root[] = [];
  const visit = (root: Root): void => {
    roots.push(root);
    for (const el of root.querySelectorAll('*')) {
      const inner = isFrame(el) ? frameDocument(el) : shadowOf(el);
      if (inner) visit(inner);
    }
  };
  visit(doc);
  return roots;
}
