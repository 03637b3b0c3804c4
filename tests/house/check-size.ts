import type { Tree } from './tree';
import { isSource } from './tree';

/** A file that answers one question rarely needs more; a site's data may. */
const LONGEST = 300;
const MEDIAN = 80;

export function checkSizes(tree: Tree): string[] {
  const sizes = [...tree]
    .filter(([path]) => isSource(path))
    .map(([path, text]) => ({ path, lines: linesOf(text) }));
  const tooLong = sizes
    .filter(({ lines }) => lines > LONGEST)
    .map(
      ({ path, lines }) =>
        `${path}: ${lines} lines; over ${LONGEST} it answers two questions: make it two files.`,
    );
  const median = sizes.map(({ lines }) => lines).sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
  return median <= MEDIAN
    ? tooLong
    : [...tooLong, `core: the files grow: their median is ${median} lines, over ${MEDIAN}.`];
}

const linesOf = (text: string): number => text.trimEnd().split('\n').length;
