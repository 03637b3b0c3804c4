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
