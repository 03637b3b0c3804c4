import { type Block, blocksToHtml, blocksToText } from '../../core/markup';
import { removeLines } from './dom-lines';
import { aMoment, PLAIN, RICH, type Way } from './family';
import { collapseTo, hasFocus, startOf } from './selection';

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
      const data = new DataTransfer();
      data.setData('text/plain', `${blocksToText(blocks)}${empty ? '' : '\n\n'}`);
      if (rich) data.setData('text/html', `${blocksToHtml(blocks)}${empty ? '' : '<p></p>'}`);
      const event = new ClipboardEvent('paste', {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      if (!el.dispatchEvent(event)) return '';
      // Older editors take the focus to a box of their own and look into it a moment later.
      if (!hasFocus(el)) await aMoment(60);
      throw new Error('not taken');
    },
    takeOut: (el, lines, _taken, untouched) => (untouched && undoInput(el)) || cutLines(el, lines),
  };
}

export const pasteHtml = pasteWay('paste-html', true);
export const pastePlain = pasteWay('paste-plain', false);

/** Asks the editor for its own undo, as the browser's menu would. True when it took that on. */
export function undoInput(el: HTMLElement): boolean {
  const event = new InputEvent('beforeinput', {
    inputType: 'historyUndo',
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  if (!el.dispatchEvent(event)) return true;
  return false;
}

function cutLines(el: HTMLElement, lines: string[]): boolean {
  const removed = removeLines(el, lines);
  if (removed)
    el.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'deleteByCut' }));
  return removed;
}
