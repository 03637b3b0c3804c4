import * as z from 'zod/mini';

/** A label as the page shows it. Anything that a label cannot hold is refused before it is looked up. */
export const Label = z.string().check(
  z.minLength(1),
  z.maxLength(300),
  z.refine((s) => s.isWellFormed() && s.trim() !== '' && !/\p{Cc}/u.test(s), 'not a label'),
);

/** What a reading tool may answer: text of bounded length. */
export const Answer = z.string().check(z.maxLength(200_000));

/** Text of a message or draft; its form is judged by `isWellFormedBody` in the preview. */
export const Body = z.string();
