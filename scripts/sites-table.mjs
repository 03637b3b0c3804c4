#!/usr/bin/env node
// Writes docs/sites.md from the sites' own data: what can be done where, over which channel, and how sure it is.
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url);

const { outputFiles } = await build({
  entryPoints: [new URL('sites/registry.ts', root).pathname],
  bundle: true,
  write: false,
  format: 'esm',
  tsconfigRaw: {},
});
const { siteList } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
);

/** Tools of a site, and the operation of an API that each needs. */
const BY_API = {
  send_reply: 'reply',
  add_note: 'note',
  remove_note: 'remove-note',
  set_status: 'status',
  set_priority: 'priority',
  assign: 'assignee',
  add_tag: 'add-tag',
  remove_tag: 'remove-tag',
  set_field: 'field',
  update_contact: 'contact',
};
const FIELD = { set_status: 'status', set_priority: 'priority', assign: 'assignee' };
const TOOLS = ['read_record', 'insert_draft', ...Object.keys(BY_API)];

const SHORT = {
  'seen-live': 'live',
  source: 'source',
  documentation: 'docs',
  'third-party-code': 'others’ code',
  unverified: 'unverified',
};

const ticketPage = (site) => site.pages.find((page) => page.type === 'ticket') ?? site.pages[0];
const grade = (site, part) => SHORT[ticketPage(site).grades?.[part] ?? site.confidence];
const isOwn = (field) => ['status', 'priority', 'assignee', 'tags'].includes(field.name);

/** How the page itself can do it; null when it cannot. */
function byPage(site, tool) {
  const page = ticketPage(site);
  const fields = page.fields.filter((field) => field.edit);
  switch (tool) {
    case 'read_record':
      return grade(site, page.messages ? 'conversation' : 'record');
    case 'insert_draft':
      return page.composer ? grade(site, 'composer') : null;
    case 'send_reply':
    case 'add_note':
      return page.composer?.send ? grade(site, 'composer') : null;
    case 'add_tag':
    case 'remove_tag':
      return fields.some((field) => field.kind === 'tags') ? grade(site, 'fields') : null;
    case 'set_field':
      return fields.some((f) => !isOwn(f) && f.scope !== 'contact' && f.kind !== 'tags')
        ? grade(site, 'fields')
        : null;
    case 'update_contact':
      return site.pages.some((p) => p.fields.some((f) => f.edit && f.scope === 'contact'))
        ? grade(site, 'fields')
        : null;
    default:
      return fields.some((field) => field.name === FIELD[tool]) ? grade(site, 'fields') : null;
  }
}

function byApi(site, channel, tool) {
  const api = site.api?.[channel];
  if (!api) return null;
  const can = tool === 'read_record' || api.write[BY_API[tool]] !== undefined;
  return can ? SHORT[api.confidence ?? site.confidence] : null;
}

function cell(site, tool) {
  const ways = [
    ['token', byApi(site, 'token', tool)],
    ['session', byApi(site, 'session', tool)],
    ['page', byPage(site, tool)],
  ].filter(([, sure]) => sure !== null);
  return ways.length === 0 ? '–' : ways.map(([way, sure]) => `${way}: ${sure}`).join('<br>');
}

const row = (cells) => `| ${cells.join(' | ')} |`;

export function sitesTable() {
  const sites = siteList();
  const lines = [
    '# Sites',
    '',
    'Written by `node scripts/sites-table.mjs` from the files in `sites/`; a test fails when it is out of date.',
    '',
    'Each cell names the ways in which a tool can act, best first, and how sure the data behind it is:',
    '',
    '- **live**: seen on a running server; **source** / **docs**: read in the product’s source or documentation;',
    '  **others’ code**: found in the code of others; **unverified**: put together from what is known of the product and',
    '  seen to hold nowhere yet.',
    '- A way is offered on a page only when the site’s own signs hold there. Where they do not, general signs fill the gap',
    '  and the panel says so, or the tool is not offered.',
    '- Every write is proved by reading the record back, whatever the grade.',
    '',
    row(['Site', ...TOOLS.map((tool) => `\`${tool}\``)]),
    row(['---', ...TOOLS.map(() => '---')]),
    ...sites.map((site) => row([`**${site.name}**`, ...TOOLS.map((tool) => cell(site, tool))])),
    row([
      '**Any other**',
      ...TOOLS.map((tool) => (['read_record', 'insert_draft'].includes(tool) ? 'page: general signs' : '–')),
    ]),
    '',
    '## What each was tried against',
    '',
    '- Harbor Desk, Request Tracker: the running product.',
    '- FreeScout, osTicket: selectors and endpoints as seen on running servers; here a loopback server with their pages,',
    '  forms, tokens, locks and refusals, in a real browser, with its ledger as the judge.',
    '- Zendesk, Intercom, HubSpot: over their API against servers that answer as the vendors’ documentation says, errors',
    '  included; their pages against fixtures.',
    '- The rest: fixtures of their pages. Those show that the data is whole, not that the products look like that.',
    '',
  ];
  return lines.join('\n');
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').pop() ?? '')) {
  writeFileSync(new URL('docs/sites.md', root), sitesTable());
}
