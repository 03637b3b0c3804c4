/** What a person sees is the flat tree: shadow roots in place of their hosts' children, slotted nodes in their slots. */

interface ShadowOpener {
  openOrClosedShadowRoot?: (el: HTMLElement) => ShadowRoot | null;
}

const opener = (globalThis as { chrome?: { dom?: ShadowOpener } }).chrome?.dom;
/** Firefox offers the same as a property of the element, to extensions alone. */
const byProperty = 'openOrClosedShadowRoot' in (globalThis.Element?.prototype ?? {});

/** Only these built-in elements may host a shadow root. */
const HOSTS = new Set(
  'ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'.split(' '),
);

/**
 * The shadow root of an element, open or closed. Asking the browser for a closed one is slow, so built-in elements
 * are asked only when they have no children of their own to show.
 */
export function shadowOf(el: Element): ShadowRoot | null {
  if (el.shadowRoot) return el.shadowRoot;
  if (!opener?.openOrClosedShadowRoot) return byProperty ? firefoxShadow(el) : null;
  const custom = el.localName.includes('-');
  if (!custom && (el.firstChild || !HOSTS.has(el.tagName))) return null;
  return opener.openOrClosedShadowRoot(el as HTMLElement);
}

function firefoxShadow(el: Element): ShadowRoot | null {
  return (el as Element & { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null;
}

/**
 * Looks at the children as they are drawn; a slot's nodes stand elsewhere in the tree.
 * @param shadow the element's shadow root
 * @param name its local name
 */
export function childrenOf(
  el: Element,
  shadow: ShadowRoot | null,
  name: string,
  look: (child: Node) => void,
): void {
  if (!shadow && name === 'slot') {
    const assigned = (el as HTMLSlotElement).assignedNodes?.() ?? [];
    if (assigned.length > 0) {
      for (const node of assigned) look(node);
      return;
    }
  }
  for (let child = (shadow ?? el).firstChild; child; child = child.nextSibling) look(child);
}

/**
 * The parent as it is drawn; null at the top of the document tree that can be reached.
 * @param slotted false where no tree below the document can have slots: then none is asked for
 */
export function parentOf(node: Node, slotted = true): Element | null {
  if (slotted) {
    const slot = (node as Element | Text).assignedSlot;
    if (slot) return slot;
  } else if (node.parentElement) return node.parentElement;
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

/** A window knows at once that it has none; a list of names is several times slower than one at a time. */
const holdsFrames = (root: Root): boolean =>
  (root as Document).defaultView?.length !== 0 &&
  (root.querySelector('iframe') !== null || root.querySelector('frame') !== null);

/** The trees that make up a page. */
export interface Trees {
  /** The document and every shadow root and same-origin frame document below it, in document order. */
  roots: readonly Root[];
  shadows: ReadonlyMap<Element, ShadowRoot>;
}

export function treesOf(doc: Document): Trees {
  const roots: Root[] = [];
  const shadows = new Map<Element, ShadowRoot>();
  const visit = (root: Root): void => {
    roots.push(root);
    const frames = holdsFrames(root);
    // step by step: that is faster than any list of them
    const steps = doc.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let node = steps.nextNode(); node; node = steps.nextNode()) {
      const el = node as Element;
      const shadow = shadowOf(el);
      if (shadow) shadows.set(el, shadow);
      const inner = shadow ?? (frames && isFrame(el) ? frameDocument(el) : null);
      if (inner) visit(inner);
    }
  };
  visit(doc);
  return { roots, shadows };
}
