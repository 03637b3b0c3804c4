import { domLines } from './dom-lines';
import { aMoment, type EditorRead } from './family';
import { bare, sameWords, wordsOf } from './proof';

/**
 * Many editors keep what will be posted in a hidden field beside the editable. Where such a field says the same
 * as the editor before an insert, it must follow.
 */
export interface PairedSource {
  /** Waits until the field holds these lines first, at most two seconds. True where there is no such field. */
  follows(lines: string[]): Promise<boolean>;
}

const NONE: PairedSource = { follows: async () => true };

export function pairedSource(el: HTMLElement, before: EditorRead): PairedSource {
  const words = wordsOf(before.lines);
  if (words.length === 0 || el.matches('textarea, input')) return NONE;
  const scope = el.closest('form') ?? el.parentElement?.parentElement?.parentElement;
  const fields =
    scope?.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input[type=hidden]') ?? [];
  const field = [...fields].find((f) => sameWords(wordsIn(f.value), words));
  if (!field) return NONE;
  return {
    async follows(lines) {
      const wanted = lines.map(bare);
      for (let waited = 0; waited <= 2000; waited += 20) {
        if (sameWords(wordsIn(field.value).slice(0, wanted.length), wanted)) return true;
        await aMoment(20);
      }
      return false;
    },
  };
}

function wordsIn(value: string): string[] {
  if (!/<\w/.test(value)) return wordsOf(value.split('\n'));
  const doc = new DOMParser().parseFromString(value, 'text/html');
  return wordsOf(domLines(doc.body).map((line) => line.text));
}
