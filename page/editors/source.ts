import { domLines } from './dom-lines';
import { aMoment, type EditorRead } from './family';
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

export function pairedSource(el: HTMLElement, before: EditorRead): PairedSource {
  if (el.matches('textarea, input')) return NONE;
  const field = fieldBeside(el, wordsOf(before.lines));
  if (!field) return NONE;
  const until = async (holds: (words: string[]) => boolean) => {
    for (let waited = 0; waited <= 2000; waited += 10) {
      if (holds(wordsIn(field.value))) return true;
      await aMoment(10);
    }
    return false;
  };
  return {
    follows: (lines) => until((words) => sameWords(words.slice(0, lines.length), lines.map(bare))),
    equals: (lines) => until((words) => sameWords(words, wordsOf(lines))),
  };
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
