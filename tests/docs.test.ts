import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
/** Made by a build or a run, so they are named before they are there. */
const MADE = /^(\.output|demo-output|test-output|node_modules)\//;
const ROOMS =
  /^(agent|bridge|components|core|docs|entrypoints|knowledge|model|page|policy|scripts|sites|storage|tests|tools)\//;
/** Examples of the recipes. */
const EXAMPLES = /acme-desk/;

test.each(PAGES)('%s names files that are there', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const named = [...text.matchAll(/`([\w./-]+)`/g)].flatMap(([, path]) => path ?? []);
  const missing = named.filter(
    (path) => ROOMS.test(path) && !MADE.test(path) && !EXAMPLES.test(path) && !existsSync(join(ROOT, path)),
  );
  expect(missing).toEqual([]);
});

test.each(PAGES)('%s links to pages and headings that are there', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link]) => {
    if (link === undefined || /^https?:/.test(link)) return [];
    const [path, heading] = link.split('#');
    const target = path ? join(dirname(join(ROOT, page)), path) : join(ROOT, page);
    if (!existsSync(target)) return [link];
    if (heading === undefined || !target.endsWith('.md')) return [];
    const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, words]) =>
      slug(words ?? ''),
    );
    return headings.includes(heading) ? [] : [`${relative(ROOT, target)}#${heading}`];
  });
  expect(broken).toEqual([]);
});

const slug = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
