import type { Block, Inline } from '../../core/markup';
import type { Abilities } from '../world/adapter';
import type { EditorRead } from './family';

/** Spaces, and the invisible signs that editors put beside the caret, carry no words. */
export const bare = (line: string): string =>
  line
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

export const wordsOf = (lines: string[]): string[] => lines.map(bare).filter((line) => line !== '');

export const sameWords = (a: string[], b: string[]): boolean =>
  a.length === b.length && a.every((line, i) => line === b[i]);

const linesIn = (blocks: Block[]): Inline[][] =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? block.lines : block.items));

const textOf = (nodes: Inline[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.text : textOf(node.children))).join('');

const nodesIn = (nodes: Inline[]): Inline[] =>
  nodes.flatMap((node) => (node.type === 'text' ? [node] : [node, ...nodesIn(node.children)]));

/** The lines a person would see of these blocks, without list marks: those are the editor's to paint. */
export const linesOfBlocks = (blocks: Block[]): string[] => linesIn(blocks).map(textOf);

/** `words`: our blocks stand above all that was there, and nothing else changed. `lost`: markup that fell away. */
export interface Proof {
  words: boolean;
  lost: Partial<Abilities>;
}

/** Is what the editor holds now our blocks, then everything it held before, and nothing else? */
export function prove(before: EditorRead, after: EditorRead, blocks: Block[]): Proof {
  const wanted = [...wordsOf(linesOfBlocks(blocks)), ...wordsOf(before.lines)];
  const kept = after.links.map(sameAddress);
  const oldLinks = before.links.every((href) => takeFrom(kept, sameAddress(href)));
  const items = blocks.reduce((sum, b) => sum + (b.type === 'list' ? b.items.length : 0), 0);
  // More items than ours and theirs: something that was no item became one.
  const asItWas = oldLinks && after.items <= before.items + items;
  if (!sameWords(wanted, wordsOf(after.lines)) || !asItWas) return { words: false, lost: {} };
  const nodes = linesIn(blocks).flatMap(nodesIn);
  const lost: Partial<Abilities> = {};
  const links = nodes.flatMap((node) => (node.type === 'link' ? [sameAddress(node.href)] : []));
  if (!links.every((href) => takeFrom(kept, href))) lost.link = false;
  if (after.items < before.items + items) lost.list = false;
  for (const type of ['strong', 'em'] as const) {
    if (nodes.some((node) => node.type === type) && after[type] <= before[type]) lost[type] = false;
  }
  return { words: true, lost };
}

function takeFrom(list: string[], item: string): boolean {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}

/** Editors may spell an address in its canonical form. */
const sameAddress = (href: string): string => (URL.canParse(href) ? new URL(href).href : href);

/** What stands above the lines of before, as the editor spells it; none when before is not what stands below. */
export function linesAbove(before: EditorRead, after: EditorRead): string[] {
  const filled = after.lines.filter((line) => bare(line) !== '');
  const old = wordsOf(before.lines);
  const count = filled.length - old.length;
  return count > 0 && sameWords(filled.slice(count).map(bare), old) ? filled.slice(0, count) : [];
}
