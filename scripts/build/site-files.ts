import { buildSync } from 'esbuild';
import type { SiteDescriptor } from '../../core/site';
import { siteList } from '../../sites/registry';

/** A value as JavaScript: JSON, and patterns as they are written. Sites are data, so this holds all of one. */
export function asSource(value: unknown): string {
  if (value instanceof RegExp) return String(value);
  if (Array.isArray(value)) return `[${value.map(asSource).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${asSource(inner)}`).join(',')}}`;
}

/** What shows that a page is a site's, for the script that finds out. */
export const siteSigns = (): string => asSource(siteList().map(({ id, detect }) => ({ id, detect })));

/** One small script a site, which leaves its data where the page's script looks for it. */
export function siteFiles(): { relativeDest: string; contents: string }[] {
  return siteList().map((site) => ({
    relativeDest: `sites/${site.id}.js`,
    contents: `{const k=Symbol.for('countersign-parts');globalThis[k]={...globalThis[k],${JSON.stringify(`site:${site.id}`)}:${inPage(site)}}}\n`,
  }));
}

/** What finds the fields that a team made for itself comes along with those sites whose pages have such fields. */
function inPage(site: SiteDescriptor): string {
  const data = asSource(site);
  return site.pages.some((page) => page.ownFields) ? `${ownFields()}(${data},document)` : data;
}

function ownFields(): string {
  const entryPoint = new URL('../../sites/parts/own-fields.ts', import.meta.url).pathname;
  const { outputFiles } = buildSync({
    entryPoints: [entryPoint],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'room',
    target: 'chrome120',
  });
  return `(()=>{${outputFiles[0]?.text}return room.withOwnFields})()`;
}
