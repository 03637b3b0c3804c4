import type { RawItems } from './import-csv';
import type { RawItem } from './import-item';
import { readKeywords, readSteps } from './import-steps';
import { toSmallMarkup } from './small-markup';

interface Section {
  line: number;
  title: string;
  lines: string[];
}

/** `Keywords: a, b` and the like: in the front matter for the whole file, under a heading for that item. */
const META = /^(keywords|steps|language|kind|updated)\s*:\s*(.+)$/i;

/**
 * One item per heading of the first or second level; a heading without text of its own is only a chapter. A file
 * without headings is one item, named after the file.
 */
export function readMarkdown(text: string, fileName: string): RawItems {
  const lines = text.split('\n');
  const { meta, from } = frontMatter(lines);
  const sections = sectionsOf(lines, from, fileName.replace(/\.[^.]+$/, ''));
  const items: Extract<RawItems, { items: unknown }>['items'] = [];
  for (const section of sections) {
    const own = new Map(meta);
    const body = [...section.lines];
    while (body.length > 0 && (body[0]?.trim() === '' || META.test(body[0] ?? '')))
      readMeta(body.shift() ?? '', own);
    const where = `Line ${section.line}`;
    const content = toSmallMarkup(body.join('\n'));
    if (content === '') continue;
    const raw = rawItem(section.title, content, own);
    if ('flaw' in raw) return { flaw: `${where}: ${raw.flaw}.` };
    items.push({ where, raw });
  }
  return { items };
}

function rawItem(title: string, text: string, meta: Map<string, string>): RawItem | { flaw: string } {
  const steps = readSteps(meta.get('steps') ?? '');
  if ('flaw' in steps) return steps;
  return {
    title: toSmallMarkup(title).replace(/\*/g, ''),
    text,
    kind: meta.get('kind'),
    language: meta.get('language'),
    keywords: readKeywords(meta.get('keywords') ?? ''),
    steps: steps.steps,
    updatedAt: meta.get('updated'),
  };
}

function frontMatter(lines: string[]): { meta: Map<string, string>; from: number } {
  const meta = new Map<string, string>();
  const end = lines[0]?.trim() === '---' ? lines.findIndex((l, i) => i > 0 && l.trim() === '---') : -1;
  if (end < 0) return { meta, from: 0 };
  // Other keys are other programs' business.
  for (const line of lines.slice(1, end)) readMeta(line, meta);
  return { meta, from: end + 1 };
}

function readMeta(line: string, meta: Map<string, string>): void {
  const match = META.exec(line.trim());
  if (match?.[1] && match[2])
    meta.set(match[1].toLowerCase(), match[2].trim().replace(/^(["'])(.*)\1$/, '$2'));
}

function sectionsOf(lines: string[], from: number, fallbackTitle: string): Section[] {
  const sections: Section[] = [{ line: from + 1, title: fallbackTitle, lines: [] }];
  let fenced = false;
  for (const [i, line] of lines.entries()) {
    if (i < from) continue;
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? null : /^#{1,2}\s+(.+?)\s*#*\s*$/.exec(line);
    if (heading?.[1]) sections.push({ line: i + 1, title: heading[1], lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}
