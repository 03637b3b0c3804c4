/** Selectors by the flags of what they declare: only asking the element tells. */
type Asked = Map<number, Set<string>>;

/** Flags by what the last part of a selector names: an element can match only if it has that too. */
export interface SelectorIndex {
  any: number;
  loose: Asked;
  tags: Map<string, { sure: number; asked: Asked }>;
  classes: Map<string, number>;
  ids: Map<string, number>;
}

export const emptyIndex = (): SelectorIndex => ({
  any: 0,
  loose: new Map(),
  tags: new Map(),
  classes: new Map(),
  ids: new Map(),
});

/** Puts what another index knows into this one. */
export function merge(into: SelectorIndex, other: SelectorIndex): void {
  into.any |= other.any;
  join(into.loose, other.loose);
  for (const key of ['classes', 'ids'] as const) {
    for (const [name, flags] of other[key]) into[key].set(name, (into[key].get(name) ?? 0) | flags);
  }
  for (const [name, { sure, asked }] of other.tags) {
    const here = tagOf(into, name);
    here.sure |= sure;
    join(here.asked, asked);
  }
}

function tagOf(index: SelectorIndex, name: string): { sure: number; asked: Asked } {
  const here = index.tags.get(name) ?? { sure: 0, asked: new Map() };
  index.tags.set(name, here);
  return here;
}

function join(into: Asked, other: Asked): void {
  for (const [flags, selectors] of other) for (const one of selectors) note(into, flags, one);
}

function note(asked: Asked, flags: number, selector: string): void {
  const known = asked.get(flags);
  if (known) known.add(selector);
  else asked.set(flags, new Set([selector]));
}

/** What is drawn beside an element, not the element. */
const ELSEWHERE = /::|:(?:before|after|first-line|first-letter)\b/;
const NAME = '((?:\\\\.|[\\w-]|[^\\x00-\\x7f])+)';
const ID = new RegExp(`#${NAME}`);
const CLASS = new RegExp(`\\.${NAME}`);

/** Brackets, and names spelled with code points: not worth a parser, since the page itself can be asked. */
const INVOLVED = /[([]|\\[0-9a-f]/i;

/** Files a rule's selectors. @param flags what its declarations can do, as in `style-index` */
export function addSelectors(index: SelectorIndex, list: string, flags: number): void {
  if (INVOLVED.test(list)) note(index.loose, flags, list);
  else for (const one of list.split(/(?<!\\),/)) addSelector(index, one.trim(), flags);
}

/** Files a selector under what its last part names: an element can match only if it has that. */
function addSelector(index: SelectorIndex, selector: string, flags: number): void {
  const last = selector.split(/(?<!\\)[\s>+~|]+/).at(-1) ?? '';
  if (ELSEWHERE.test(last)) return;
  const plain = last.replace(/(?<!\\):[\w-]+/g, '');
  const add = (map: Map<string, number>, name: string): void =>
    void map.set(unescapeName(name), (map.get(unescapeName(name)) ?? 0) | flags);
  const id = ID.exec(plain)?.[1];
  const name = CLASS.exec(plain)?.[1];
  const tag = /^[a-z][\w-]*/i.exec(plain)?.[0];
  if (id) add(index.ids, id);
  else if (name) add(index.classes, name);
  else if (tag) addToTag(index, tag.toLowerCase(), selector, flags);
  else if (selector === '*') index.any |= flags;
  else note(index.loose, flags, selector);
}

function addToTag(index: SelectorIndex, tag: string, selector: string, flags: number): void {
  const here = tagOf(index, tag);
  if (selector.toLowerCase() === tag) here.sure |= flags;
  else note(here.asked, flags, selector);
}

const unescapeName = (name: string): string => name.replace(/\\(.)/g, '$1');
