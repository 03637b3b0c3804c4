import type { Display } from './display.mjs';

/** Answers the display's picture with the prompt on it. */
export function allowAfter(
  display: Display,
  click: () => Promise<void>,
  granted: () => Promise<boolean>,
): Promise<Buffer>;
