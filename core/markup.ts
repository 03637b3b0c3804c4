import { ok, type Result, refuse } from './result';

/**
 * The small markup of every draft and every `body`: `**bold**`, `*italic*`, `- ` and `1. ` lists,
 * `[text](https://…)`; one newline is a line break, a blank line a paragraph; all else is literal.
 */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'em'; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] };

export type Block =
  | { type: 'paragraph'; lines: Inline[][] }
  | { type: 'list'; ordered: boolean; items: Inline[][] };

/** The longest body, in UTF-16 code units. */
export const MAX_BODY = 60_000;

// No quotes, backslashes, angle brackets or spaces: nothing in an address that two parsers read differently.
const LINK = /\[([^[\]\n]{1,1000})\]\((https?:\/\/(?:[^\s()<>"'`\\]|\([^\s()<>"'`\\]*\)){1,2000})\)/iy;

/** Reads the markup. Never fails: what is not markup is text. */
export function parseMarkup(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  let blank = false;
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (line.trim() === '') {
      blank = true;
      continue;
    }
    const item = itemOf(line, open);
    if (item !== null) {
      // A blank line between two items of one list is still one list: it is how people space them.
      if (open?.type !== 'list' || open.ordered !== item.ordered || (item.restarts && blank)) {
        open = { type: 'list', ordered: item.ordered, items: [] };
        blocks.push(open);
      }
      open.items.push(parseInline(item.text));
    } else if (open?.type === 'paragraph' && !blank) {
      open.lines.push(parseInline(line));
    } else {
      open = { type: 'paragraph', lines: [parseInline(line)] };
      blocks.push(open);
    }
    blank = false;
  }
  return blocks;
}

/** `2026. ` at the start of a sentence is no list: numbers count from 1, one by one, or stay 1. */
function itemOf(
  line: string,
  open: Block | null,
): { ordered: boolean; restarts: boolean; text: string } | null {
  const bullet = /^- +(.*\S.*)$/.exec(line);
  if (bullet?.[1] !== undefined) return { ordered: false, restarts: false, text: bullet[1] };
  const numbered = /^(\d{1,4})\. +(.*\S.*)$/.exec(line);
  if (numbered?.[1] === undefined || numbered[2] === undefined) return null;
  const number = Number(numbered[1]);
  const next = open?.type === 'list' && open.ordered ? open.items.length + 1 : 1;
  if (number !== 1 && number !== next) return null;
  return { ordered: true, restarts: number === 1, text: numbered[2] };
}

function parseInline(line: string, links = true): Inline[] {
  const out: Inline[] = [];
  for (let i = 0; i < line.length; ) {
    const span = (links ? linkAt(line, i) : null) ?? emphasisAt(line, i, links);
    const last = out.at(-1);
    if (span !== null) out.push(span.node);
    else if (last?.type === 'text') last.text += line[i];
    else out.push({ type: 'text', text: line[i] ?? '' });
    i = span?.end ?? i + 1;
  }
  return out;
}

type Span = { node: Inline; end: number };

function linkAt(line: string, at: number): Span | null {
  if (line[at] !== '[') return null;
  LINK.lastIndex = at;
  const match = LINK.exec(line);
  const label = match?.[1];
  const href = match?.[2];
  if (label === undefined || href === undefined || label.trim() === '' || !isSafeLink(href)) return null;
  return { node: { type: 'link', href, children: parseInline(label, false) }, end: LINK.lastIndex };
}

/** http or https, with a host, without a user name: `https://bank.example@evil.example/` is a trap. */
export function isSafeLink(href: string): boolean {
  if (!URL.canParse(href)) return false;
  const url = new URL(href);
  return /^https?:$/.test(url.protocol) && url.hostname !== '' && url.username === '' && url.password === '';
}

function emphasisAt(line: string, at: number, links: boolean): Span | null {
  if (line[at] !== '*') return null;
  const width = line[at + 1] === '*' ? 2 : 1;
  const start = at + width;
  if (start >= line.length || /\s/.test(line[start] ?? ' ')) return null;
  // 2*3*4 is a sum, not italics.
  if (width === 1 && /[A-Za-z0-9]/.test(line[at - 1] ?? '')) return null;
  const close = closingStar(line, start, width, links);
  if (close < 0) return null;
  const children = parseInline(line.slice(start, close), links);
  return { node: { type: width === 2 ? 'strong' : 'em', children }, end: close + width };
}

function closingStar(line: string, from: number, width: 1 | 2, links: boolean): number {
  let i = from;
  while (i < line.length) {
    if (line[i] !== '*') {
      const link = links ? linkAt(line, i) : null;
      i = link === null ? i + 1 : link.end;
      continue;
    }
    let run = 1;
    while (line[i + run] === '*') run += 1;
    // Of `***` the inner mark closes first, so ours is at the end of the run.
    const fits = width === 2 ? run >= 2 : run % 2 === 1;
    const at = i + run - width;
    const after = line[i + run] ?? '';
    const tight = i > from && !/\s/.test(line[i - 1] ?? ' ') && (width === 2 || !/[A-Za-z0-9]/.test(after));
    if (fits && tight) return at;
    i += run;
  }
  return -1;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c);

/** HTML drops runs of spaces and spaces at the ends of a line; a literal text keeps them. */
const keepSpaces = (text: string) =>
  text.replace(/\t/g, '    ').replace(/^ +| +$| {2,}/g, (run, at: number, all: string) => {
    const atEdge = at === 0 || at + run.length === all.length;
    return atEdge ? '\u00a0'.repeat(run.length) : `${'\u00a0'.repeat(run.length - 1)} `;
  });

function inlineHtml(nodes: Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return escapeHtml(node.text);
      if (node.type === 'link') return `<a href="${escapeHtml(node.href)}">${inlineHtml(node.children)}</a>`;
      return `<${node.type}>${inlineHtml(node.children)}</${node.type}>`;
    })
    .join('');
}

/** HTML of the markup, made of `<p> <br> <strong> <em> <ul> <ol> <li> <a href>` and escaped text only. */
export const markupToHtml = (text: string): string => blocksToHtml(parseMarkup(text));

export function blocksToHtml(blocks: Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'paragraph') {
        return `<p>${block.lines.map((line) => inlineHtml(spaced(line))).join('<br>')}</p>`;
      }
      const tag = block.ordered ? 'ol' : 'ul';
      const items = block.items.map((item) => `<li>${inlineHtml(spaced(item))}</li>`);
      return `<${tag}>${items.join('')}</${tag}>`;
    })
    .join('');
}

const spaced = (nodes: Inline[]): Inline[] =>
  nodes.map((node, at) => {
    if (node.type !== 'text') return { ...node, children: spaced(node.children) };
    // A space beside a neighbour is not at the edge of the line: it stays an ordinary one.
    const head = at > 0 ? (/^ (?! )/.exec(node.text)?.[0] ?? '') : '';
    const rest = node.text.slice(head.length);
    const tail = at < nodes.length - 1 ? (/(?<! ) $/.exec(rest)?.[0] ?? '') : '';
    return { type: 'text', text: head + keepSpaces(rest.slice(0, rest.length - tail.length)) + tail };
  });

export function inlineText(nodes: Inline[], bare = false): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      const inner = inlineText(node.children, bare);
      return node.type === 'link' && inner !== node.href && !bare ? `${inner} (${node.href})` : inner;
    })
    .join('');
}

/** For a box that holds plain text: emphasis falls away, lists keep their marks, an address follows its words. */
export const markupToText = (text: string): string => blocksToText(parseMarkup(text));

/** `bare`: without the addresses, as a box or a thread shows it that holds real links. */
export function blocksToText(blocks: Block[], bare = false): string {
  return blocks
    .map((block) =>
      block.type === 'paragraph'
        ? block.lines.map((line) => inlineText(line, bare)).join('\n')
        : block.items
            .map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${inlineText(item, bare)}`)
            .join('\n'),
    )
    .join('\n\n');
}

const PLACEHOLDERS = [
  /\{\{[\s\S]{0,300}?\}\}\}?/g,
  /\{\{\{/g,
  /\{%[\s\S]{0,300}?%\}/g,
  /%\{[^{}]{0,300}\}/g,
  /[$#]\{[^{}]{1,300}\}/g,
  /\{![$A-Za-z][^{}]{0,300}\}/g,
  /<%[\s\S]{0,300}?%>/g,
  /\[\[[^[\]]{1,300}\]\]/g,
];

/**
 * Pieces that a helpdesk would fill in after the signature: `{{ticket.x}}`, `{% … %}`, `{%x%}`, `%{x}`, `{{{`,
 * `${x}`, `{!x}`, `<% … %>`, `[[x]]`. Also those that only arise once the markup's own signs fall away.
 */
export function findPlaceholders(text: string): string[] {
  const found = new Set<string>();
  for (const form of [text, markupToText(text)]) {
    for (const pattern of PLACEHOLDERS) for (const match of form.matchAll(pattern)) found.add(match[0]);
  }
  return [...found];
}

const UNSAFE = [
  // Controls but tab and newline; lone surrogates; line and paragraph separators; bidi embeddings and overrides; noncharacters.
  /[^\P{Cc}\t\n]|[\p{Cs}\u2028\u2029\u202a-\u202e\ufeff\ufff9-\ufffc\ufffe\uffff]/u,
  // Invisible tag letters, but for those that make a flag.
  /(?<![\u{1f3f4}\u{e0020}-\u{e007f}])[\u{e0000}-\u{e007f}]/u,
  // Hidden data in variation selectors; towers of combining marks.
  /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{2}/u,
  /\p{M}{13}/u,
];

/**
 * A body that may be shown, signed and written: the text with plain newlines, or why not
 * (`empty-text`, `text-too-long`, `bad-text`). Placeholders are for `findPlaceholders`.
 */
export function isWellFormedBody(text: string): Result<string> {
  const body = text.replace(/\r\n/g, '\n');
  if (body.length > MAX_BODY) return refuse('text-too-long');
  if (UNSAFE.some((pattern) => pattern.test(body))) return refuse('bad-text');
  if (!/[^\s\p{Cf}\u115f\u1160\u2800\u3164]/u.test(body)) return refuse('empty-text');
  return ok(body);
}
