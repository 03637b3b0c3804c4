import { type Block, blocksToHtml, blocksToText } from '../../core/markup';
import { isBlock, removeLines } from './dom-lines';
import { PLAIN, RICH, type Way } from './family';
import { collapseTo } from './selection';

/**
 * What keeps our text apart from what stands below it. `gap`: an empty paragraph at its end. `door`: an empty
 * paragraph opened above first, where the first block is a list, a quote or a wrapper that would take our text in.
 */
type Apart = 'nothing' | 'gap' | 'door';

/** The browser's own editing command at the very top: one step of its undo. */
function commandWay(name: string, rich: boolean): Way {
  return {
    name,
    abilities: () => (rich ? RICH : PLAIN),
    insert(el, blocks: Block[]) {
      const doc = el.ownerDocument;
      const apart = apartFrom(el);
      el.focus({ preventScroll: true });
      collapseTo(el, apart === 'door' ? openDoor(el) : el, 0);
      const gap = apart === 'gap' ? '<p><br></p>' : '';
      const done = rich
        ? doc.execCommand('insertHTML', false, blocksToHtml(blocks) + gap)
        : doc.execCommand('insertText', false, `${blocksToText(blocks)}${gap === '' ? '' : '\n\n'}`);
      if (!done && apart === 'door') dropEmptyFirst(el);
      if (!done) throw new Error('not taken');
      return JSON.stringify({ apart });
    },
    takeOut(el, lines, taken, untouched) {
      const { apart } = JSON.parse(taken) as { apart: Apart };
      if (untouched) {
        el.focus({ preventScroll: true });
        if (el.ownerDocument.execCommand('undo')) {
          if (apart === 'door') dropEmptyFirst(el);
          return true;
        }
      }
      const removed = removeLines(el, lines);
      if (removed && apart !== 'nothing' && el.childElementCount > 1) dropEmptyFirst(el);
      if (removed) {
        el.dispatchEvent(
          new InputEvent('input', { bubbles: true, composed: true, inputType: 'deleteByCut' }),
        );
      }
      return removed;
    },
  };
}

function apartFrom(el: HTMLElement): Apart {
  if ((el.textContent ?? '').trim() === '' && !el.querySelector('img, table, hr, li')) return 'nothing';
  const first = [...el.childNodes].find(
    (node) => node.nodeType === 1 || (node.textContent ?? '').trim() !== '',
  );
  if (first?.nodeType !== 1 || !isBlock(first as Element)) return 'gap';
  const plain = /^(P|DIV)$/.test((first as Element).tagName);
  return plain && ![...(first as Element).querySelectorAll('*')].some(isBlock) ? 'gap' : 'door';
}

function openDoor(el: HTMLElement): HTMLElement {
  const door = el.ownerDocument.createElement('p');
  door.append(el.ownerDocument.createElement('br'));
  el.prepend(door);
  return door;
}

function dropEmptyFirst(el: HTMLElement): void {
  const first = el.firstElementChild;
  if (first?.matches('p') && (first.textContent ?? '').trim() === '') first.remove();
}

export const commandHtml = commandWay('command-html', true);
export const commandPlain = commandWay('command-plain', false);
