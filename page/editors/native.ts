import { type Block, blocksToText, escapeHtml } from '../../core/markup';
import { type EditorFamily, type EditorRead, PLAIN, type Way } from './family';

type Field = HTMLTextAreaElement | HTMLInputElement;
const TYPES = new Set(['text', 'search', 'email', 'url', 'tel']);

const isField = (el: HTMLElement): el is Field =>
  el.localName === 'textarea' || (el.localName === 'input' && TYPES.has((el as HTMLInputElement).type));

/** Text areas and text inputs, also those that React, Vue or Svelte control: their state follows real input. */
export const native: EditorFamily = {
  name: 'native',
  matches: isField,
  plain: true,
  unmanaged: false,
  read: (el) => readField(el as Field),
  select(el, selection) {
    const at = JSON.parse(selection) as [number, number, 'forward' | 'backward' | 'none'];
    if (selection !== '') (el as Field).setSelectionRange(...at);
  },
  ways: [way('native', typeIn), way('setter', setValue)],
};

function readField(field: Field): EditorRead {
  const { value } = field;
  const selection = JSON.stringify([field.selectionStart, field.selectionEnd, field.selectionDirection]);
  return {
    lines: value.split('\n'),
    links: [],
    items: 0,
    strong: 0,
    em: 0,
    html: value,
    model: value,
    selection,
  };
}

function way(name: string, put: (field: Field, text: string) => void): Way {
  return {
    name,
    abilities: () => PLAIN,
    insert(el, blocks) {
      const field = el as Field;
      const before = field.value;
      const { body, gap } = partsOf(field, blocks, before);
      if (field.maxLength >= 0 && before.length + body.length + gap.length > field.maxLength)
        throw new Error('too long');
      field.focus({ preventScroll: true });
      field.setSelectionRange(0, 0);
      put(field, body + gap);
      field.setSelectionRange(body.length, body.length);
      return JSON.stringify({ body, gap });
    },
    takeOut(el, _lines, taken, untouched) {
      const field = el as Field;
      const { body, gap } = JSON.parse(taken) as { body: string; gap: string };
      const now = field.value;
      const at = now.indexOf(body);
      if (at < 0 || now.indexOf(body, at + 1) >= 0) return false;
      const end = at + body.length;
      // Our blank line goes too, unless the person's own words now stand before it.
      const until = untouched || now.startsWith(gap, end) ? end + gap.length : end;
      field.focus({ preventScroll: true });
      field.setSelectionRange(at, until);
      put(field, '');
      return true;
    },
  };
}

/** The text, and the blank line that keeps it apart from what follows. */
function partsOf(field: Field, blocks: Block[], before: string): { body: string; gap: string } {
  const text = blocksToText(blocks);
  if (field.localName === 'input') return { body: text.replace(/\n+/g, ' '), gap: before === '' ? '' : ' ' };
  const has = /^\n*/.exec(before)?.[0].length ?? 0;
  return { body: text, gap: before === '' ? '' : '\n'.repeat(Math.max(0, 2 - has)) };
}

/**
 * Through the browser's own editing, so that its undo knows. As a piece of HTML that is text only: one command for
 * any number of lines, and not the input that typing makes, to which composers react (`@` adds, `/` runs).
 */
function typeIn(field: Field, text: string): void {
  const doc = field.ownerDocument;
  const wanted = splice(field, text);
  if (text === '') doc.execCommand('delete');
  else if (!doc.execCommand('insertHTML', false, escapeHtml(text)))
    doc.execCommand('insertText', false, text);
  if (field.value !== wanted) throw new Error('not taken');
}

/** The whole value as it was, when piece by piece did not lead there. */
export function putValue(el: HTMLElement, value: string): void {
  const field = el as Field;
  field.setSelectionRange(0, field.value.length);
  setValue(field, value);
}

/** Where editing commands are not allowed: the value, then the event that frameworks listen for. No native undo. */
function setValue(field: Field, text: string): void {
  const wanted = splice(field, text);
  const view = field.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  const proto = field.localName === 'textarea' ? view?.HTMLTextAreaElement : view?.HTMLInputElement;
  const setter = proto && Object.getOwnPropertyDescriptor(proto.prototype, 'value')?.set;
  setter?.call(field, wanted);
  field.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste', data: text }),
  );
}

const splice = (field: Field, text: string) =>
  field.value.slice(0, field.selectionStart ?? 0) + text + field.value.slice(field.selectionEnd ?? 0);
