import { type Block, blocksToHtml, blocksToText } from '../../core/markup';
import { domLines, rangeOfLines, removeLines } from './dom-lines';
import { aMoment, PLAIN, RICH, type Way } from './family';
import { bare, wordsOf } from './proof';
import { announce, collapseTo, hasFocus, selectionOf, startOf } from './selection';

/**
 * A paste at the very top, through the editor's own input path. The empty paragraph at the end of the HTML is
 * what keeps our last line apart from what stands below it.
 * @param unmet for an editor that nobody knows: some look where the caret is once a frame
 */
function pasteWay(name: string, rich: boolean, unmet?: 'whole' | 'lines' | 'below'): Way {
  return {
    name,
    abilities: () => (rich ? RICH : PLAIN),
    async insert(el, blocks: Block[]) {
      const empty = (el.textContent ?? '').trim() === '';
      const parts = unmet === 'lines' ? lineByLine(blocks) : blocks;
      el.focus({ preventScroll: true });
      let node = startOf(el);
      collapseTo(el, node, 0);
      if (unmet) await aFrame();
      if (unmet === 'below' && !empty) {
        el.ownerDocument.execCommand('insertParagraph');
        node = startOf(el);
        collapseTo(el, node, 0);
        await aFrame();
      }
      // Some editors take a caret at the very top for the browser's own doing while the focus is new, and move it.
      if (selectionOf(el)?.anchorNode !== node || selectionOf(el)?.anchorOffset !== 0) {
        await aMoment(220);
        collapseTo(el, node, 0);
      }
      const data = new DataTransfer();
      data.setData('text/plain', `${blocksToText(blocks)}${empty ? '' : '\n\n'}`);
      if (rich) data.setData('text/html', `${blocksToHtml(parts)}${empty ? '' : '<p></p>'}`);
      const { innerHTML } = el;
      if (clipboard(el, 'paste', data)) return '';
      // Some take it on and stop the browser's own paste only later.
      await aMoment();
      if (el.innerHTML !== innerHTML) return '';
      // Some editors leave that alone and take the input that the browser makes of it.
      if (isTaken(el, 'insertFromPaste', data)) return '';
      // Older editors take the focus to a box of their own and look into it a moment later.
      if (!hasFocus(el)) await aMoment(60);
      throw new Error('not taken');
    },
    takeOut: async (el, lines, _taken, untouched) =>
      (untouched && undoInput(el)) || cutLines(el, lines, untouched),
  };
}

export const pasteHtml = pasteWay('paste-html', true);
export const pastePlain = pasteWay('paste-plain', false);
/** The same into an editor never met before. */
export const pasteWhole = pasteWay('paste-html', true, 'whole');
export const pasteWords = pasteWay('paste-plain', false, 'whole');
/** For an editor with ways of its own that knows no line break inside a paragraph: each line is one. */
export const pasteLines = pasteWay('own-lines', true, 'lines');
/** For one that puts what is pasted below the paragraph where the caret stands: an empty one is opened above first. */
export const pasteBelow = pasteWay('own-below', true, 'below');

const lineByLine = (blocks: Block[]): Block[] =>
  blocks.flatMap((block) =>
    block.type === 'list' ? [block] : block.lines.map((line): Block => ({ ...block, lines: [line] })),
  );

/** Offers a paste or a cut where the selection is. True when the editor took that on. */
const clipboard = (el: HTMLElement, type: 'paste' | 'cut', clipboardData: DataTransfer): boolean =>
  !el.dispatchEvent(
    new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true, composed: true }),
  );

/**
 * For an editor that keeps a model and took what was put into its document for something new: emptied, and what it
 * held pasted into it.
 */
async function pasteAnew(el: HTMLElement, html: string): Promise<boolean> {
  putHtml(el, '');
  await aMoment(20);
  collapseTo(el, startOf(el), 0);
  await aFrame();
  const data = new DataTransfer();
  data.setData('text/html', html);
  const taken = clipboard(el, 'paste', data);
  if (!taken) putHtml(el, html);
  return taken;
}

/**
 * The ways to put back what an editable held that nobody manages, in order; the last is where a paste that went wrong
 * ends. An empty one looks right at once where an editor with a model would draw beside what was put there.
 */
export const putsOf = ({ lines }: { lines: string[] }) =>
  [putHtml, pasteAnew, putHtml].slice(wordsOf(lines).length > 0 ? 0 : 1);

/** A page that nobody sees has none. */
const aFrame = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, 50);
  });

/** Only for an editable that nobody manages: its document is all there is. */
function putHtml(el: HTMLElement, html: string): void {
  // Read from this very element before; nothing foreign is parsed.
  el.innerHTML = html;
  el.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'historyUndo' }));
  // Whoever makes something else of it when told.
  el.innerHTML = html;
}

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
 * they are removed from the document, unless nothing else was written since: then there are exacter ways.
 */
async function cutLines(el: HTMLElement, lines: string[], untouched: boolean): Promise<boolean> {
  const range = rangeOfLines(el, lines);
  if (range) {
    el.focus({ preventScroll: true });
    selectionOf(el)?.setBaseAndExtent(...range.ends);
    announce(el);
    // Editors look at the document's selection a tenth of a second late.
    await aMoment(120);
    if (!untouched && isTaken(el, 'deleteContentBackward')) {
      await aMoment(20);
      const [first, second] = domLines(el);
      // The paragraph that was ours stays behind, empty.
      if (range.top && second && bare(first?.text ?? '') === '') isTaken(el, 'deleteContentForward');
      return true;
    }
    // Some listen for what menus do, and for no input.
    if (clipboard(el, 'cut', new DataTransfer())) return true;
  }
  const removed = !untouched && removeLines(el, lines);
  if (removed)
    el.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'deleteByCut' }));
  return removed;
}
