import type { Place } from './lines';

/** A line of an editor whose document is a tree of nodes. */
export interface TreeLine<Leaf, Node> {
  text: string;
  leaves: { leaf: Leaf; text: string }[];
  block: Node;
  /** The line break that ends it inside its block. */
  end: Leaf | null;
}

/** The cuts that take out the lines of a place: pieces of leaves, whole leaves, and blocks that were ours alone. */
export interface Cuts<Leaf, Node> {
  pieces: { leaf: Leaf; from: number; to: number; text: string }[];
  ends: Leaf[];
  blocks: Node[];
}

export function cutsFor<Leaf, Node>(lines: TreeLine<Leaf, Node>[], place: Place): Cuts<Leaf, Node> {
  const cuts: Cuts<Leaf, Node> = { pieces: [], ends: [], blocks: [] };
  const ours = new Set<TreeLine<Leaf, Node>>();
  for (let i = place.first; i <= place.last; i += 1) {
    const line = lines[i];
    if (!line) continue;
    const from = i === place.first ? place.prefix : 0;
    const to = line.text.length - (i === place.last ? place.suffix : 0);
    let at = 0;
    for (const { leaf, text } of line.leaves) {
      const a = Math.max(from - at, 0);
      const b = Math.min(to - at, text.length);
      if (b > a) cuts.pieces.push({ leaf, from: a, to: b, text });
      at += text.length;
    }
    if (from === 0 && to === line.text.length) ours.add(line);
    if (line.end !== null && (ours.has(line) || i < place.last)) cuts.ends.push(line.end);
  }
  for (const block of new Set([...ours].map((line) => line.block))) {
    if (lines.every((line) => line.block !== block || ours.has(line))) cuts.blocks.push(block);
  }
  return cuts;
}
