const OPEN = '<think>';
const CLOSE = '</think>';

/**
 * Some local models write their thoughts between `<think>` marks before they answer. Those are not part of the draft.
 * Feed it the text as it streams; it returns what belongs to the answer, and `rest` what it still held at the end.
 */
export function createThoughtFilter(): { feed(delta: string): string; rest(): string } {
  let held = '';
  let state: 'start' | 'thinking' | 'gap' | 'answer' = 'start';

  const pass = (): string => {
    const out = held;
    held = '';
    state = 'answer';
    return out;
  };

  return {
    feed(delta) {
      if (state === 'answer') return delta;
      held += delta;
      if (state === 'start') {
        const begun = held.trimStart();
        if (begun.length < OPEN.length && OPEN.startsWith(begun)) return '';
        if (!begun.startsWith(OPEN)) return pass();
        state = 'thinking';
      }
      if (state === 'thinking') {
        const end = held.indexOf(CLOSE);
        if (end < 0) return '';
        held = held.slice(end + CLOSE.length);
        state = 'gap';
      }
      // Empty lines between the thoughts and the answer belong to neither.
      held = held.trimStart();
      return held === '' ? '' : pass();
    },
    rest: () => (state === 'start' ? pass() : ''),
  };
}
