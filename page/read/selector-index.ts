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
const TAG = /^[a-z][\w-]*/i;

/** What stands in brackets or parentheses, with texts and brackets in them. */
const BRACKETS = '\\[(?:"[^"]*"|\'[^\']*\'|[^\\]"\'[(])*\\]';
const GROUP = new RegExp(`${BRACKETS}|\\((?:[^()"'[\\]]|${BRACKETS})*\\)`, 'g');

/** Names spelled with code points, or brackets that are a part of a name: the page itself can be asked. */
const INVOLVED = /[()[\]"']|\\[0-9a-f]/i;

/** Where names are spelled as they are, and where a backslash takes the meaning from what follows it. */
const PLAIN = { comma: ',', parts: /[\s>+~|]+/, choice: /:[\w-]+/g } as const;
const ESCAPED = { comma: /(?<!\\),/, parts: /(?<!\\)[\s>+~|]+/, choice: /(?<!\\):[\w-]+/g } as const;

/**
 * Files a rule's selectors. What a group says narrows a selector down, and leaves it under the name beside it.
 * @param flags what its declarations can do, as in `style-flags`
 */
export function addSelectors(index: SelectorIndex, list: string, flags: number): void {
  const spelling = list.includes('\\') ? ESCAPED : PLAIN;
  // as long as the list itself, so that its commas are where the list has them
  const plain =
    spelling === PLAIN && (list.includes('(') || list.includes('['))
      ? list.replace(GROUP, (group) => '\0'.repeat(group.length))
      : list;
  if (INVOLVED.test(plain)) {
    note(index.loose, flags, list);
    return;
  }
  let at = 0;
  for (const one of plain.split(spelling.comma)) {
    addSelector(index, one.trim(), list.slice(at, at + one.length).trim(), flags, spelling);
    at += one.length + 1;
  }
}

/** A last part that is nothing but a choice of plain names. */
const CHOICE = /^:(?:is|where)\(([\w.#-]+(?:\s*,\s*[\w.#-]+)*)\)/;

/**
 * Files a selector under what its last part names: an element can match only if it has that.
 * @param plain the selector with its groups blotted out
 */
function addSelector(
  index: SelectorIndex,
  plain: string,
  selector: string,
  flags: number,
  spelling: typeof PLAIN | typeof ESCAPED,
): void {
  const last = plain.split(spelling.parts).at(-1) ?? '';
  if (last.includes(':') && ELSEWHERE.test(last)) return;
  const bare = last.includes('\0') ? last.replaceAll('\0', '') : last;
  const names = bare.includes(':') ? bare.replace(spelling.choice, '') : bare;
  const start = selector.slice(0, selector.length - last.length);
  const end = selector.slice(start.length);
  const choice = names === '' ? CHOICE.exec(end)?.[1]?.split(',') : undefined;
  if (selector === ':root') file(index, 'html', 'html', flags);
  else if (!choice) file(index, names, selector, flags);
  // a name before the choice: the browser passes over all other elements at once
  else for (const one of choice) file(index, one.trim(), `${start}${one.trim()}${end}`, flags);
}

/** @param names what the last part of the selector names */
function file(index: SelectorIndex, names: string, selector: string, flags: number): void {
  const id = names.includes('#') ? ID.exec(names)?.[1] : undefined;
  const name = !id && names.includes('.') ? CLASS.exec(names)?.[1] : undefined;
  if (id) addName(index.ids, id, flags);
  else if (name) addName(index.classes, name, flags);
  else if (selector === '*') index.any |= flags;
  else {
    const tag = TAG.exec(names)?.[0];
    if (tag) addToTag(index, tag.toLowerCase(), selector, flags);
    else note(index.loose, flags, selector);
  }
}

function addName(map: Map<string, number>, spelled: string, flags: number): void {
  const name = spelled.includes('\\') ? spelled.replace(/\\(.)/g, '$1') : spelled;
  map.set(name, (map.get(name) ?? 0) | flags);
}

function addToTag(index: SelectorIndex, tag: string, selector: string, flags: number): void {
  const here = tagOf(index, tag);
  if (selector.toLowerCase() === tag) here.sure |= flags;
  else note(here.asked, flags, selector);
}
