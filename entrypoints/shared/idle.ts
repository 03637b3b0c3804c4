/** After a person scrolled or typed, or waited for an answer, nothing else is done for so long. Ms. */
const REST_MS = 400;

let restingUntil = 0;

/** A person waits for something: what may be done at any time is not done now. */
export function rest(): void {
  restingUntil = performance.now() + REST_MS;
}
for (const sign of ['scroll', 'wheel', 'keydown', 'input', 'pointerdown'])
  globalThis.addEventListener?.(sign, rest, { capture: true, passive: true });

/** Resolves when the page has nothing better to do, or after a second; later while a person scrolls, types or waits. */
export async function idle(): Promise<void> {
  await new Promise<void>((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve, 10);
  });
  for (let left = restingUntil - performance.now(); left > 0; left = restingUntil - performance.now())
    await new Promise((resolve) => setTimeout(resolve, left));
}
