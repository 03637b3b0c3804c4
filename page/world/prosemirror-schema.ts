import type { Foreign } from './adapter';

/**
 * What a schema calls the few things that a draft is made of; undefined where it has none. Where an item stands in no
 * list and says itself of which kind it is, both lists are that item.
 */
export interface Kinds {
  strong: Foreign;
  em: Foreign;
  link: Foreign;
  bullet: Foreign;
  ordered: Foreign;
  item: Foreign;
  lineBreak: Foreign;
}

const known = new WeakMap<object, Kinds>();

/** By the usual names, else by the tags that a schema reads them from. */
export function kindsOf(schema: Foreign): Kinds {
  const met = known.get(schema);
  if (met) return met;
  const { marks, nodes } = schema;
  const kinds: Kinds = {
    strong: marks.strong ?? marks.bold ?? byTag(marks, 'strong', 'b'),
    em: marks.em ?? marks.italic ?? byTag(marks, 'em', 'i'),
    link: marks.link ?? byTag(marks, 'a[href]', 'a'),
    bullet:
      nodes.bullet_list ?? nodes.bulletList ?? byTag(nodes, 'ul', 'ul > li') ?? itemNamed(nodes, /^bullet/i),
    ordered:
      nodes.ordered_list ??
      nodes.orderedList ??
      byTag(nodes, 'ol', 'ol > li') ??
      itemNamed(nodes, /^(number|order)/i),
    item: nodes.list_item ?? nodes.listItem ?? byTag(nodes, 'li', 'ul > li'),
    lineBreak: nodes.hard_break ?? nodes.hardBreak ?? byTag(nodes, 'br'),
  };
  known.set(schema, kinds);
  return kinds;
}

/** Where lists are no nodes of their own: a line that is an item by itself. */
const itemNamed = (nodes: Record<string, Foreign>, name: RegExp): Foreign =>
  Object.values(nodes).find((type) => type.isTextblock && name.test(type.name) && /item$/i.test(type.name));

const byTag = (types: Record<string, Foreign>, ...tags: string[]): Foreign =>
  Object.values(types).find((type) => type.spec.parseDOM?.some((rule: Foreign) => tags.includes(rule.tag)));
