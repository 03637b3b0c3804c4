/** Generous: a slow machine that builds something else at the same time is still no reason to fail. */
export const PATIENCE_MS = 60_000;
const POLL_MS = 50;

/** Something that should be so was not seen. */
export class Unmet extends Error {
  name = 'Unmet';
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks again and again until `look` answers something truthy, and returns that.
 * @throws Unmet with `words` and, where `last` is given, what was there instead.
 */
export async function until(words, look, last) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await look();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Unmet(last ? `${words}. Seen instead: ${await last()}` : words);
    await pause(POLL_MS);
  }
}

/** Stops the walk unless `condition` holds. */
export function must(condition, words, instead) {
  if (!condition)
    throw new Unmet(instead === undefined ? words : `${words}. Seen instead: ${JSON.stringify(instead)}`);
}

/** The words of one element, without the spaces around them. */
export async function textOf(locator) {
  return ((await locator.textContent()) ?? '').trim();
}
