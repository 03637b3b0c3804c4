import { type Block, type Inline, inlineText } from '../../core/markup';
import type { Abilities } from '../world/adapter';

/** The same words for an editor that cannot hold all of the markup: what it lacks becomes readable text. */
export function plainer(blocks: Block[], can: Abilities): Block[] {
  return blocks.map((block): Block => {
    if (block.type === 'paragraph')
      return { type: 'paragraph', lines: block.lines.map((line) => reduce(line, can)) };
    if (can.list) return { ...block, items: block.items.map((item) => reduce(item, can)) };
    return {
      type: 'paragraph',
      lines: block.items.map((item, i) => [
        { type: 'text', text: block.ordered ? `${i + 1}. ` : '- ' },
        ...reduce(item, can),
      ]),
    };
  });
}

function reduce(nodes: Inline[], can: Abilities): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'text') return [node];
    const children = reduce(node.children, can);
    if (node.type === 'link' && !can.link) return [{ type: 'text', text: inlineText([node]) }];
    if (node.type !== 'link' && !can[node.type]) return children;
    return [{ ...node, children }];
  });
}
