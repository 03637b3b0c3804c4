import type { Count } from './run.mjs';

export function report(
  root: string,
  steps: { name: string; count: Count; seconds: number }[],
  print?: (line: string) => void,
): 0 | 1;
