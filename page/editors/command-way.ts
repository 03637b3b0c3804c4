import { type Block, blocksToHtml, blocksToText } from '../../core/markup';
import { removeLines } from './dom-lines';
import { PLAIN, RICH, type Way } from './family';
import { collapseTo } from './selection';

/**
 * The browser's own editing command at the very top: one step of its undo. An empty paragraph at the end keeps
 * our last line apart from what stands below it.
 */
function commandWay(name: string, rich: boolean): Way {
  return {
    name,
    abilities: () => (rich ? RICH : PLAIN),
    insert(el, blocks: Block[]) {
      const doc = el.ownerDocument;
      const empty = (el.textContent ?? '').trim() === '' && !el.querySelector('img, table, hr');
      el.focus({ preventScroll: true });
      collapseTo(el, el, 0);
      const gap = empty ? '' : '<p><br></p>';
      const done = rich
        ? doc.execCommand('insertHTML', false, blocksToHtml(blocks) + gap)
        : doc.execCommand('insertText', false, `${blocksToText(blocks)}${empty ? '' : '\n\n'}`);
      if (!done) throw new Error('not taken');
      return JSON.stringify({ gap: !empty });
    },
    takeOut(el, lines, taken, untouched) {
      if (untouched) {
        el.focus({ preventScroll: true });
        if (el.ownerDocument.execCommand('undo')) return true;
      }
      const gap = (JSON.parse(taken) as { gap: boolean }).gap;
      const removed = removeLines(el, lines);
      const first = el.firstElementChild;
      if (
        removed &&
        gap &&
        first?.matches('p') &&
        (first.textContent ?? '').trim() === '' &&
        el.childElementCount > 1
      )
        first.remove();
      if (removed)
        el.dispatchEvent(
          new InputEvent('input', { bubbles: true, composed: true, inputType: 'deleteByCut' }),
        );
      return removed;
    },
  };
}

export const commandHtml = commandWay('command-html', true);
export const commandPlain = commandWay('command-plain', false);
