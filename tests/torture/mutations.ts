import { check } from '../storage/check-text';
import { must } from '../storage/harness';
import { sampleStore } from '../storage/sample-log';
import type { Random } from './random';

/** A whole log with one of everything in it, signed checkpoints too. */
export async function wholeLog(): Promise<Buffer> {
  const store = await sampleStore({ checkpointEvery: 8 });
  // Checkpoints are signed behind the appends.
  while ((await store.entries()).filter((e) => e.kind === 'log.checkpoint').length < 3)
    await new Promise((resolve) => setTimeout(resolve, 10));
  const file = must(await store.exportText({ filter: null, contents: 'all' }));
  return Buffer.from(file);
}

export const CHANGES = ['byte', 'bit', 'insert', 'remove', 'drop', 'repeat', 'swap', 'cut'] as const;
export type Change = (typeof CHANGES)[number];

/** The file with one change; it may come out the same (a byte set to itself, two equal lines). */
export function changed(file: Buffer, change: Change, random: Random): Buffer {
  const at = random.below(file.length);
  const splice = (removed: number, ...bytes: number[]) =>
    Buffer.concat([file.subarray(0, at), Buffer.from(bytes), file.subarray(at + removed)]);
  if (change === 'byte') return splice(1, random.below(256));
  if (change === 'bit') return splice(1, (file[at] ?? 0) ^ (1 << random.below(8)));
  if (change === 'insert') return splice(0, random.below(256));
  if (change === 'remove') return splice(1);
  if (change === 'cut') return file.subarray(0, at);
  const lines = file.toString('utf8').split('\n').slice(0, -1);
  const [i, j] = [random.below(lines.length), random.below(lines.length)];
  const of = (parts: string[]) => Buffer.from(`${parts.join('\n')}\n`);
  if (change === 'drop') return of(lines.toSpliced(i, 1));
  if (change === 'repeat') return of(lines.toSpliced(j, 0, lines[i] ?? ''));
  return of(lines.with(i, lines[j] ?? '').with(j, lines[i] ?? ''));
}

/** How many of `count` changed files `verify` takes for whole: their changes. */
export async function missedBy(file: Buffer, count: number, random: Random): Promise<string[]> {
  const missed: string[] = [];
  for (let n = 0; n < count; ) {
    const change = CHANGES[n % CHANGES.length] ?? 'byte';
    const other = changed(file, change, random);
    if (other.equals(file)) continue;
    n += 1;
    if ((await check(other)).code === 0) missed.push(`${change} (${n})`);
  }
  return missed;
}
