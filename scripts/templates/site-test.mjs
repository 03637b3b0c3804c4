/** What runs in the page for the test of a site. */
export const entryText = () => `import { observePage } from '../../page/look';
import { detectSite } from '../../sites/registry';

/** The site that is recognised on this page, and what its data sees. */
export function lookHere() {
  const site = detectSite(document);
  return { site: site?.id ?? null, seen: observePage(document, site) };
}
`;

/** The test of a new site: its saved page, in a real browser. */
export const testText = (name) => `import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findField, type Observation } from '../../core/observation';
import { launchPlain } from '../../scripts/browser/plain.mjs';
import { bundle, Isolated } from '../page/read/isolated';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  browser = await launchPlain();
  page = await browser.newPage();
  script = await bundle(new URL('${name}-entry.ts', import.meta.url).pathname);
});
afterAll(() => browser?.close());

/** What the descriptor sees on a saved page that is served under this path. */
async function look(fixture: string, path: string) {
  const body = readFileSync(new URL(\`fixtures/${name}/\${fixture}.html\`, import.meta.url), 'utf8');
  await page.unroute('**/*');
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(\`http://desk.example\${path}\`);
  const isolated = await Isolated.in(page, script);
  const seen = await isolated.run<{ site: string | null; seen: Observation }>('room.lookHere()');
  await isolated.close();
  return seen;
}

test('a ticket: who asked what, and who wrote which message', async () => {
  const { site, seen } = await look('ticket', '/tickets/7');
  expect(site).toBe('${name}');
  expect(seen.record).toEqual({ site: '${name}', host: 'desk.example', type: 'ticket', id: '7' });
  expect(seen.subject).toBe('The jacket is late');
  expect(seen.requester).toEqual({ name: 'Tamsin Orrey', email: 'tamsin@mail.example' });
  expect(seen.account).toBe('Maya');
  expect(seen.messages.map((m) => [m.key, m.role, m.text])).toEqual([
    ['m1', 'customer', 'Where is my jacket?'],
    ['m2', 'note', 'It left on Monday.'],
  ]);
});

test('the fields with their choices', async () => {
  const { seen } = await look('ticket', '/tickets/7');
  const status = findField(seen, 'status');
  expect(status).toMatchObject({ values: ['Open'], options: ['Open', 'Solved'], writable: true });
});

test('an address and a page that do not agree are no record', async () => {
  const { seen } = await look('ticket', '/tickets/8');
  expect(seen.record.type).toBe('document');
});
`;
