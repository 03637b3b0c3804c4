import { type Block, blocksToHtml, blocksToText } from '../../core/markup';
import { domLines, rangeOfLines, removeLines } from './dom-lines';
import { aMoment, PLAIN, RICH, type Way } from './family';
import { bare } from './proof';
import { announce, collapseTo, hasFocus, selectionOf, startOf } from './selection';

/**
 * A paste at the very top, through the editor's own input path. The empty paragraph at the end of the HTML is
 * what keeps our last line apart from what stands below it.
 */
function pasteWay(name: string, rich: boolean): Way {
  return {
    name,
    abilities: () => (rich ? RICH : PLAIN),
    async insert(el, blocks: Block[]) {
      const empty = (el.textContent ?? '').trim() === '';
      el.focus({ preventScroll: true });
      const { node, offset } = startOf(el);
      collapseTo(el, node, offset);
      // Some editors take a caret at the very top for the browser's own doing while the focus is new, and move it.
      if (selectionOf(el)?.anchorNode !== node || selectionOf(el)?.anchorOffset !== offset) {
        await aMoment(220);
        collapseTo(el, node, offset);
      }
      const data = new DataTransfer();
      data.setData('text/plain', `${blocksToText(blocks)}${empty ? '' : '\n\n'}`);
      if (rich) data.setData('text/html', `${blocksToHtml(blocks)}${empty ? '' : '<p></p>'}`);
      const event = new ClipboardEvent('paste', {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      const { innerHTML } = el;
      if (!el.dispatchEvent(event)) return '';
      // Some take it on and stop the browser's own paste only later.
      await aMoment();
      if (el.innerHTML !== innerHTML) return '';
      // Some editors leave that alone and take the input that the browser makes of it.
      if (isTaken(el, 'insertFromPaste', data)) return '';
      // Older editors take the focus to a box of their own and look into it a moment later.
      if (!hasFocus(el)) await aMoment(60);
      throw new Error('not taken');
    },
    takeOut: async (el, lines, _taken, untouched) => (untouched ? undoInput(el) : cutLines(el, lines)),
  };
}

export const pasteHtml = pasteWay('paste-html', true);
export const pastePlain = pasteWay('paste-plain', false);

/** Asks the editor for its own undo, as the browser's menu would. True when it took that on. */
export const undoInput = (el: HTMLElement): boolean => isTaken(el, 'historyUndo');

/** Told as the browser tells it: with the range that it is about. */
function isTaken(el: HTMLElement, inputType: string, dataTransfer: DataTransfer | null = null): boolean {
  const selection = selectionOf(el);
  const targetRanges = selection?.rangeCount ? [new StaticRange(selection.getRangeAt(0))] : [];
  const init = { inputType, dataTransfer, targetRanges, bubbles: true, cancelable: true, composed: true };
  return !el.dispatchEvent(new InputEvent('beforeinput', init));
}

/**
 * Selects our lines and asks the editor to delete the selection, as the browser would. Where nobody takes that on,
 * they are removed from the document.
 */
async function cutLines(el: HTMLElement, lines: string[]): Promise<boolean> {
  const range = rangeOfLines(el, lines);
  if (range) {
    el.focus({ preventScroll: true });
    selectionOf(el)?.setBaseAndExtent(...range.ends);
    announce(el);
    // Editors look at the document's selection a tenth of a second late.
    await aMoment(120);
    if (isTaken(el, 'deleteContentBackward')) {
      await aMoment(20);
      const [first, second] = domLines(el);
      // The paragraph that was ours stays behind, empty.
      if (range.top && second && bare(first?.text ?? '') === '') isTaken(el, 'deleteContentForward');
      return true;
    }
  }
  const removed = removeLines(el, lines);
  if (removed)
    el.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'deleteByCut' }));
  return removed;
}
