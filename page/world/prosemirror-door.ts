import type { Foreign } from './adapter';

/** Where the first block of a document stands. */
export interface Door {
  /** The position where its content begins, and the depth of what stands in it. */
  at: number;
  depth: number;
  /** The node that holds the blocks: the document, or a group inside it. */
  holder: Foreign;
  /** Puts around a block what the holder asks for around each. */
  wrap(block: Foreign): Foreign;
}

export const paragraphOf = (schema: Foreign): Foreign =>
  schema.nodes.paragraph ?? schema.topNodeType.contentMatch.defaultType;

/** The outermost node that takes a paragraph at its start: as it is, or with what its schema wants around it. */
export function doorOf(doc: Foreign): Door {
  const paragraph = paragraphOf(doc.type.schema);
  let holder = doc;
  for (let at = 0, depth = 1; holder && !holder.isTextblock; at += 1, depth += 1) {
    const around: Foreign[] | null = holder.type.contentMatch.findWrapping(paragraph);
    if (around && holder.canReplaceWith(0, 0, around[0] ?? paragraph)) {
      const wrap = (block: Foreign) =>
        around.reduceRight((inner, type) => (inner.type === type ? inner : type.create(null, inner)), block);
      return { at, depth, holder, wrap };
    }
    holder = holder.firstChild;
  }
  return { at: 0, depth: 1, holder: doc, wrap: (block) => block };
}

/**
 * The insert as a paste would make it, running into the paragraph that stands there: some editors follow a text of
 * their own from step to step and know only such. As whole blocks where that would lead elsewhere.
 */
export function joined(state: Foreign, nodes: Foreign[], at: number, holder: Foreign): Foreign {
  const whole = state.tr.insert(at, nodes);
  const first = holder.firstChild;
  if (!first?.isTextblock || !nodes[0].isTextblock) return whole;
  const Slice = state.doc.slice(0, 0).constructor;
  const content = whole.doc.slice(at, at + 1).content.constructor.from([...nodes, first.copy()]);
  const open = state.tr.replace(at + 1, at + 1, new Slice(content, 1, 1));
  return open.doc.eq(whole.doc) ? open : whole;
}

/** The same the other way: takes whole blocks out, up to the beginning of the one below. */
export function parted(state: Foreign, from: number, to: number): Foreign {
  const whole = state.tr.delete(from, to);
  const below = state.doc.nodeAt(to);
  if (!below?.isTextblock || !state.doc.nodeAt(from)?.isTextblock) return whole;
  const open = state.tr.delete(from + 1, to + 1);
  return open.doc.eq(whole.doc) ? open : whole;
}
