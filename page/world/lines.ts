import type { Block, Inline } from '../../core/markup';

/** Where our lines stand among the lines of an editor now, and what the person wrote before and after them. */
export interface Place {
  first: number;
  last: number;
  /** Characters of the first line that are not ours. */
  prefix: number;
  /** Characters of the last line that are not ours. */
  suffix: number;
}

/** Editors trade ordinary and no-break spaces freely. Keeps the length. */
export const plainSpaces = (text: string): string => text.replace(/\u00a0/g, ' ');

/**
 * Finds our lines whole, in order, side by side and only once. The person may have written right before the
 * first or right after the last; whatever they changed within makes it null.
 */
export function placeIn(have: { text: string }[], ours: string[]): Place | null {
  const now = have.map((line) => plainSpaces(line.text));
  const mine = ours.map(plainSpaces);
  const head = mine[0];
  const tail = mine.at(-1);
  if (head === undefined || tail === undefined) return null;
  const places: Place[] = [];
  for (let i = 0; i + mine.length <= now.length; i += 1) {
    const place = placeAt(now, mine, i);
    if (place !== null) places.push(place);
  }
  const exact = places.filter((p) => p.prefix === 0 && p.suffix === 0);
  const found = exact.length === 1 ? exact : places;
  return found.length === 1 ? (found[0] ?? null) : null;
}

function placeAt(now: string[], mine: string[], first: number): Place | null {
  const last = first + mine.length - 1;
  const head = now[first] ?? '';
  const tail = now[last] ?? '';
  if (mine.length === 1) {
    const ours = mine[0] ?? '';
    const at = head.indexOf(ours);
    if (at < 0 || head.indexOf(ours, at + 1) >= 0) return null;
    return { first, last, prefix: at, suffix: head.length - at - ours.length };
  }
  const [start, end] = [mine[0] ?? '', mine.at(-1) ?? ''];
  if (!head.endsWith(start) || !tail.startsWith(end)) return null;
  for (let i = 1; i < mine.length - 1; i += 1) if (now[first + i] !== mine[i]) return null;
  return { first, last, prefix: head.length - start.length, suffix: tail.length - end.length };
}

/** Runs of words in one line with what is true of them. */
export interface Run {
  text: string;
  strong: boolean;
  em: boolean;
  href: string | null;
}

export function runsOf(nodes: Inline[], strong = false, em = false, href: string | null = null): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === 'text') return [{ text: node.text, strong, em, href }];
    if (node.type === 'link') return runsOf(node.children, strong, em, node.href);
    return runsOf(node.children, strong || node.type === 'strong', em || node.type === 'em', href);
  });
}

/** Every line of the blocks, with the list it is an item of. `opens`: it begins a paragraph or an item. */
export interface FlatLine {
  runs: Run[];
  list: 'bullet' | 'ordered' | null;
  opens: boolean;
}

export function flatLines(blocks: Block[]): FlatLine[] {
  return blocks.flatMap((block): FlatLine[] => {
    if (block.type === 'paragraph') {
      return block.lines.map((line, i) => ({ runs: runsOf(line), list: null, opens: i === 0 }));
    }
    const list = block.ordered ? 'ordered' : 'bullet';
    return block.items.map((item) => ({ runs: runsOf(item), list, opens: true }));
  });
}
