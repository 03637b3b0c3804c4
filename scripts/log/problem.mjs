/** Exit codes of `verify`. */
export const CODES = { whole: 0, format: 2, chain: 3, signature: 4, gap: 5, content: 6 };

/** Why a file is not a whole log: the exit code, and words that name the place. */
export class Problem extends Error {
  /** @param {number} code @param {string} words */
  constructor(code, words) {
    super(words);
    this.name = 'Problem';
    this.code = code;
  }
}

const ADVICE = new Map([
  [
    CODES.format,
    'Is it the file that “Export log” made? Take that one, not a copy that another program saved.',
  ],
  [CODES.chain, 'The file was changed, or the log was before it was exported. Compare with an older export.'],
  [
    CODES.signature,
    'The file was changed after it was signed, or it is not of the installation that you expect.',
  ],
  [CODES.gap, 'Copy the file anew. If a fresh export says the same, entries are gone from the log itself.'],
  [CODES.content, 'A text in the file is not the one that was logged. Compare with an older export.'],
]);

/** What somebody may do about a file that is not whole. @param {number} code @returns {string} */
export function adviceFor(code) {
  return ADVICE.get(code) ?? '';
}
