export interface Count {
  passed: number;
  failed: number;
  skipped: number;
  skips: { test: string; why: string }[];
  problems: string[];
}

export function runNode(
  root: string,
  program: string,
  args: string[],
  options?: { env?: Record<string, string>; minutes?: number },
): string | null;
export function check(name: string, problem: string | null): Count;
export function leftOut(test: string, why: string): Count;
export function countTests(
  root: string,
  name: string,
  start: (args: string[], env: Record<string, string>) => string | null,
): Count;
