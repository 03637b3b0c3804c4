import { domLines } from './dom-lines';
import { aMoment, type EditorRead } from './family';
import { isShown } from './find';
import { bare, sameWords, wordsOf } from './proof';

type Field = HTMLTextAreaElement | HTMLInputElement;

/**
 * Many editors keep what will be posted in a hidden field beside the editable. Where such a field says the same
 * as the editor before an insert, it must follow.
 */
export interface PairedSource {
  /** Waits until the field begins with these lines, at most two seconds. True where there is no such field. */
  follows(lines: string[]): Promise<boolean>;
  /** Waits until the field holds these lines and nothing else. */
  equals(lines: string[]): Promise<boolean>;
}

const NONE: PairedSource = { follows: async () => true, equals: async () => true };

/** `wake`: nothing is known of this editor, so a field beside it that is as empty as it is told of the insert. */
export function pairedSource(el: HTMLElement, before: EditorRead, wake = false): PairedSource {
  if (el.matches('textarea, input')) return NONE;
  const words = wordsOf(before.lines);
  const field = fieldBeside(el, words);
  if (!field) return wake && words.length === 0 ? wokenSource(el) : NONE;
  const until = async (holds: (words: string[]) => boolean) => {
    for (let waited = 0; waited <= 2000; waited += EVERY_MS) {
      if (holds(wordsIn(field.value))) return true;
      if (waited === NUDGES_AT) nudge(el);
      await aMoment(EVERY_MS);
    }
    return false;
  };
  return {
    follows: (lines) => until((words) => sameWords(words.slice(0, lines.length), lines.map(bare))),
    equals: (lines) => until((words) => sameWords(words, wordsOf(lines))),
  };
}

/** A field that follows is mostly a few tasks late. Ms. */
const EVERY_MS = 4;
const NUDGES_AT = 200;

/**
 * Beside an empty editor any hidden and empty text area may be what is posted, or may be something else. It is told,
 * and given a moment, and proves nothing.
 */
function wokenSource(el: HTMLElement): PairedSource {
  const near = el.parentElement?.parentElement?.querySelectorAll<Field>('textarea') ?? [];
  const fields = [...near].filter((field) => field.value === '' && !isShown(field));
  if (fields.length === 0) return NONE;
  const wait = async () => {
    for (let waited = 0; waited <= 200 && fields.every((field) => field.value === ''); waited += 10) {
      if (waited === 100) nudge(el);
      await aMoment(10);
    }
    return true;
  };
  return { follows: wait, equals: async () => true };
}

/**
 * Some editors follow only what a person does: typing, pasting, going to another box. A paste of nothing and a moment
 * without the focus are the ways to tell them that bring nothing with them.
 */
function nudge(el: HTMLElement): void {
  el.dispatchEvent(new ClipboardEvent('paste', { clipboardData: new DataTransfer(), bubbles: true }));
  for (const type of ['blur', 'focusout', 'change', 'focus', 'focusin'])
    el.dispatchEvent(new FocusEvent(type, { bubbles: type !== 'blur' && type !== 'focus' }));
}

/** An empty field beside an empty editor proves nothing, unless it is known to be the editor's own. */
function fieldBeside(el: HTMLElement, words: string[]): Field | null {
  const own = el.closest('.redactor-box')?.querySelector<Field>('textarea');
  if (own) return sameWords(wordsIn(own.value), words) ? own : null;
  if (words.length === 0) return null;
  const scope = el.closest('form') ?? el.parentElement?.parentElement?.parentElement;
  const fields = scope?.querySelectorAll<Field>('textarea, input[type=hidden]') ?? [];
  return [...fields].find((field) => sameWords(wordsIn(field.value), words)) ?? null;
}

function wordsIn(value: string): string[] {
  if (!/<\w/.test(value)) return wordsOf(value.split('\n'));
  const doc = new DOMParser().parseFromString(value, 'text/html');
  return wordsOf(domLines(doc.body).map((line) => line.text));
}
