/** Blanks that are not single ones between words. */
const LOOSE = /[^\S ]|^ | {2}| $/;

/** As a person reads a label: the exact letters, and single blanks between the words. */
export const oneLine = (text: string): string => (LOOSE.test(text) ? text.replace(/\s+/g, ' ').trim() : text);
