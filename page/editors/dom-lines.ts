import { placeIn } from '../world/lines';

/** A piece of one text node that stands in a line. */
export interface Segment {
  node: Text;
  from: number;
  to: number;
}

export interface DomLine {
  text: string;
  segments: Segment[];
  /** The closest block around it. */
  block: HTMLElement;
  /** The `<br>` that ends it, if one does. */
  end: HTMLElement | null;
}

const BLOCKS =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|CENTER|D(ETAILS|IV|[DLT])|F(IELDSET|IG(CAPTION|URE)|OOTER|ORM)|H(R|\d|EADER)|LI|MAIN|NAV|[OU]L|P(RE)?|SECTION|SUMMARY|T(ABLE|BODY|FOOT|HEAD|[DHR]))$/;
/** Painted over an empty editor; never part of its text. */
const NOT_TEXT = 'script, style, [data-slate-placeholder], .ql-clipboard, .ql-tooltip';

/** The dot or number of an item, where an editor paints it with an element of its own. */
export const isListMark = (el: Element): boolean =>
  el.getAttribute('contenteditable') === 'false' && /^\s*([•◦▪]|\d{1,3}[.)])\s*$/.test(el.textContent ?? '');

export const isBlock = (el: Element): boolean => BLOCKS.test(el.tagName);

/** The lines of an editable as its elements lay them out: a new one at every block and every `<br>`. */
export function domLines(root: HTMLElement): DomLine[] {
  const lines: DomLine[] = [];
  const keeps = new Map<Element, boolean>();
  let line: DomLine | null = null;
  const open = (block: HTMLElement): DomLine => {
    if (line === null) {
      line = { text: '', segments: [], block, end: null };
      lines.push(line);
    }
    return line;
  };
  const add = (block: HTMLElement, segment: Segment) => {
    const current = open(block);
    current.text += segment.node.data.slice(segment.from, segment.to);
    current.segments.push(segment);
  };
  const walk = (node: Node, block: HTMLElement) => {
    if (node.nodeType === 3) {
      const text = node as Text;
      const parts = keepsNewlines(text, keeps) ? text.data.split('\n') : [text.data];
      let from = 0;
      parts.forEach((part, i) => {
        if (i > 0) line = null;
        add(block, { node: text, from, to: from + part.length });
        from += part.length + 1;
      });
      return;
    }
    if (node.nodeType !== 1) return;
    const el = node as HTMLElement;
    if (el.matches(NOT_TEXT) || isListMark(el)) return;
    if (el.tagName === 'BR') {
      open(block).end = el;
      line = null;
      return;
    }
    const inner = isBlock(el) ? el : block;
    if (inner !== block) line = null;
    for (const child of el.childNodes) walk(child, inner);
    if (inner !== block) line = null;
  };
  for (const child of root.childNodes) walk(child, root);
  lines.forEach(dropIndent);
  return lines;
}

/** Line breaks and tabs of the source at the ends of a line are never painted. */
function dropIndent(line: DomLine): void {
  const head = /^\s*[\n\t]\s*/.exec(line.text)?.[0].length ?? 0;
  const tail = /\s*[\n\t]\s*$/.exec(line.text.slice(head))?.[0].length ?? 0;
  if (head + tail === 0) return;
  const end = line.text.length - tail;
  let at = 0;
  for (const segment of line.segments) {
    const start = at;
    at += segment.to - segment.from;
    const { from } = segment;
    segment.from = from + Math.min(Math.max(head - start, 0), at - start);
    segment.to = Math.max(segment.from, from + Math.min(at, end) - start);
  }
  line.text = line.text.slice(head, end);
}

function keepsNewlines(text: Text, known: Map<Element, boolean>): boolean {
  const parent = text.parentElement;
  if (parent === null || !text.data.includes('\n')) return false;
  const cached = known.get(parent);
  if (cached !== undefined) return cached;
  const style = parent.ownerDocument.defaultView?.getComputedStyle(parent).whiteSpace ?? '';
  const keeps = style.startsWith('pre') || style === 'break-spaces';
  known.set(parent, keeps);
  return keeps;
}

export const linksOf = (root: HTMLElement): string[] =>
  [...root.querySelectorAll('a[href]')].map((a) => a.getAttribute('href') ?? '');

/**
 * Removes our lines from the document and nothing else: whole blocks where a block is all ours, words where the
 * person has written in the same line. False when they do not stand there whole and once; then nothing changed.
 */
export function removeLines(root: HTMLElement, ours: string[]): boolean {
  const all = domLines(root);
  const lines = all.filter((l) => l.text.trim() !== '');
  const place = placeIn(lines, ours);
  if (place === null) return false;
  const touched = new Set<HTMLElement>();
  const first = all.indexOf(lines[place.first] as DomLine);
  const last = all.indexOf(lines[place.last] as DomLine);
  // From the end on: several lines may stand in one text, and what is cut moves all that follows.
  for (let i = last; i >= first; i -= 1) {
    const line = all[i];
    if (!line) continue;
    const next = all[i + 1];
    const whole = (i > first || place.prefix === 0) && (i < last || place.suffix === 0);
    if (whole && next) cutBreak(line, next);
    cut(line, i === first ? place.prefix : 0, line.text.length - (i === last ? place.suffix : 0));
    if (whole) line.end?.remove();
    if (whole && line.block !== root) touched.add(line.block);
  }
  for (const block of touched) removeEmptied(block, root);
  return true;
}

/** Where the last of our lines ends. */
export function endOfLines(root: HTMLElement, ours: string[]): { node: Text; offset: number } | null {
  const lines = domLines(root).filter((l) => l.text.trim() !== '');
  const place = placeIn(lines, ours);
  const last = place && lines[place.last]?.segments.findLast((s) => s.to > s.from);
  return last ? { node: last.node, offset: last.to } : null;
}

/** The newline between two lines of one text. */
function cutBreak(line: DomLine, next: DomLine): void {
  const segment = line.segments.at(-1);
  if (segment && next.segments[0]?.node === segment.node && next.segments[0].from === segment.to + 1)
    segment.node.deleteData(segment.to, 1);
}

/**
 * From where our first line begins to where the line below ours begins, or to where ours end. Null when not there.
 * `top`: nothing stands above.
 */
export function rangeOfLines(
  root: HTMLElement,
  ours: string[],
): { ends: [Node, number, Node, number]; top: boolean } | null {
  const all = domLines(root);
  const lines = all.filter((l) => l.text.trim() !== '');
  const place = placeIn(lines, ours);
  const start = place && pointAt(lines[place.first], place.prefix);
  const last = place && lines[place.last];
  const below = place && place.prefix + place.suffix === 0 ? pointAt(lines[place.last + 1], 0) : null;
  const end = below ?? (last && pointAt(last, last.text.length - (place?.suffix ?? 0)));
  const top = place?.prefix === 0 && all[0] === lines[place.first];
  return start && end ? { ends: [...start, ...end], top } : null;
}

function pointAt(line: DomLine | undefined, at: number): [Node, number] | null {
  let left = at;
  for (const { node, from, to } of line?.segments ?? []) {
    if (left <= to - from && to > from) return [node, from + left];
    left -= to - from;
  }
  return null;
}

function cut(line: DomLine, from: number, to: number): void {
  let at = line.text.length;
  for (const segment of line.segments.toReversed()) {
    const length = segment.to - segment.from;
    const start = at - length;
    const a = Math.max(from, start) - start;
    const b = Math.min(to, at) - start;
    if (b > a) {
      const { node } = segment;
      if (b - a === node.data.length) removeUpward(node);
      else node.deleteData(segment.from + a, b - a);
    }
    at = start;
  }
}

/** The emphasis or link around a removed text goes with it. */
function removeUpward(node: Node): void {
  const parent = node.parentElement;
  node.parentNode?.removeChild(node);
  if (parent && !isBlock(parent) && parent.childNodes.length === 0) removeUpward(parent);
}

function removeEmptied(block: HTMLElement, root: HTMLElement): void {
  if (block === root || !block.isConnected) return;
  if ((block.textContent ?? '').trim() !== '' || block.querySelector('img, hr, table, input, br')) return;
  const parent = block.parentElement;
  block.remove();
  if (parent) removeEmptied(parent, root);
}
