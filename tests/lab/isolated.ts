import * as editors from '../../page/editors';
import { saveSelection, selectionOf } from '../../page/editors/selection';

/** The content script of the lab's extension: the editor layer as the product ships it, within reach of a test. */
const held = new Map<string, editors.FoundEditor>();

function find(selector: string): editors.FoundEditor | null {
  const found = editors.resolveEditor(document, [selector]);
  if (found) held.set(selector, found);
  return found;
}

const need = (selector: string): editors.FoundEditor => {
  const found = find(selector);
  if (!found) throw new Error(`no editor at ${selector}`);
  return found;
};

Object.assign(globalThis, {
  lab: {
    ...editors,
    find: (selector: string) => {
      const found = find(selector);
      return found && { family: found.family.name, visible: found.visible, enabled: found.enabled };
    },
    all: () =>
      editors
        .findEditors(document)
        .map((e) => ({ family: e.family.name, visible: e.visible, enabled: e.enabled })),
    read: (selector: string) => editors.readEditor(need(selector)),
    fingerprint: (selector: string) => editors.editorFingerprint(need(selector)),
    insert: async (selector: string, markup: string) => {
      const found = need(selector);
      const started = performance.now();
      const result = await editors.insertAbove(found, markup);
      return { result, ms: performance.now() - started };
    },
    selection: (selector: string) => JSON.stringify(saveSelection(need(selector).el)),
    /** Puts the caret where a person might have left it: after `at` characters of the box's text. */
    caret: (selector: string, at: number) => placeCaret(need(selector).el, at),
    restore: (selector: string, point: string) => editors.restoreDraft(need(selector), point),
  },
});

function placeCaret(el: HTMLElement, at: number): void {
  el.focus();
  if (el.matches('textarea, input')) {
    (el as HTMLTextAreaElement).setSelectionRange(at, at);
    return;
  }
  const walker = el.ownerDocument.createTreeWalker(el, NodeFilter.SHOW_TEXT);
  let left = at;
  let last: Text | null = null;
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if ((text.parentElement?.closest('[contenteditable="false"]') ?? null) !== null) continue;
    last = text;
    if (left <= text.length) break;
    left -= text.length;
  }
  if (last) selectionOf(el)?.collapse(last, Math.min(left, last.length));
}
