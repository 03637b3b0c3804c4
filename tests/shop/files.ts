import { readFileSync } from 'node:fs';

export type Example = 'look-up-order' | 'look-up-refunds' | 'refund-order' | 'create-issue';

/** A file of docs/custom-tools, pointed at a server of a test. */
export function exampleFile(name: Example, origin?: string): string {
  const text = readFileSync(new URL(`../../docs/custom-tools/${name}.json`, import.meta.url), 'utf8');
  return origin ? text.replaceAll(/https:\/\/(shop|tracker)\.example\.com/g, origin) : text;
}
