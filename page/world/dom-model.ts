import { type Block, blocksToHtml } from '../../core/markup';
import { domLines, isBlock, linksOf, removeLines } from '../editors/dom-lines';
import type { Abilities, Adapter, ModelRead } from './adapter';

/** For editors whose document is their model: what they need around a change is theirs to say. */
export const DOM_ABILITIES: Abilities = { strong: true, em: true, link: true, list: true };

export function readDomModel(root: HTMLElement, model: string): ModelRead {
  return {
    lines: domLines(root).map((line) => line.text),
    links: linksOf(root),
    items: root.querySelectorAll('li').length,
    strong: root.querySelectorAll('b, strong').length,
    em: root.querySelectorAll('i, em').length,
    model,
    selection: '',
  };
}

/** How such an editor is written into. `change` does what the editor needs around it, so that it is one step of undo. */
export const domWrites = <Handle extends { root: HTMLElement }>(
  change: (handle: Handle, act: () => void) => void,
): Pick<Adapter<Handle>, 'insert' | 'takeOut' | 'select'> => {
  const within = <T>(handle: Handle, act: (root: HTMLElement) => T): T => {
    let made: T | undefined;
    change(handle, () => {
      made = act(handle.root);
    });
    return made as T;
  };
  return {
    insert: (handle, blocks) => within(handle, (root) => insertDom(root, blocks)),
    takeOut: (handle, lines, taken) => within(handle, (root) => takeOutDom(root, lines, taken)),
    select: () => undefined,
  };
};

/** Puts the blocks before the first child; an editor's empty paragraph gives way. Returns what it replaced. */
function insertDom(root: HTMLElement, blocks: Block[]): string {
  const doc = root.ownerDocument;
  const holder = doc.implementation.createHTMLDocument('').createElement('div');
  holder.innerHTML = blocksToHtml(blocks);
  const empty = isEmptyDom(root) ? root.innerHTML : null;
  if (empty !== null) root.replaceChildren();
  const last = holder.lastChild ? doc.importNode(holder.lastChild, true) : null;
  holder.lastChild?.remove();
  const fragment = doc.createDocumentFragment();
  for (const child of [...holder.childNodes]) fragment.append(doc.importNode(child, true));
  if (last) fragment.append(last);
  root.prepend(fragment);
  if (last) caretAtEnd(last);
  return JSON.stringify({ empty });
}

function isEmptyDom(root: HTMLElement): boolean {
  const words = (root.textContent ?? '').replace(/[\s\u200b\ufeff]/g, '');
  return (
    words === '' &&
    root.querySelector('img, hr, table, input, video, iframe, li, [contenteditable="false"]') === null &&
    [...root.children].filter(isBlock).length <= 1
  );
}

function caretAtEnd(last: Node): void {
  let node = last;
  while (node.lastChild) node = node.lastChild;
  const offset = node.nodeType === 3 ? (node as Text).length : 0;
  last.ownerDocument?.getSelection()?.collapse(node, offset);
}

function takeOutDom(root: HTMLElement, lines: string[], taken: string): boolean {
  const { empty } = JSON.parse(taken) as { empty: string | null };
  if (!removeLines(root, lines)) return false;
  if (empty !== null && root.childElementCount === 0 && (root.textContent ?? '').trim() === '') {
    // It is the editor's own empty paragraph, read from this very element before.
    root.innerHTML = empty;
  }
  return true;
}
