#!/usr/bin/env node
// Writes docs/sites.md from the sites' own data: what can be done where, over which channel, and how sure it is.
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url);

const { outputFiles } = await build({
  stdin: {
    contents: `export { siteList } from './sites/registry'; export { TOOLS } from './tools/registry';`,
    resolveDir: root.pathname,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'esm',
  tsconfigRaw: {},
});
const { siteList, TOOLS } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
);

/** The columns: what changes something, by the tool's own word of what it touches. */
const READ = { name: 'read_record', touches: { what: 'record' } };
const COLUMNS = [READ, ...TOOLS.filter((tool) => tool.touches && !needsDraft(tool))];

/** It only takes back a draft that stands in the box. */
function needsDraft({ touches }) {
  return touches.what === 'box' && touches.needs === 'open';
}

const SHORT = {
  'seen-live': 'live',
  source: 'source',
  documentation: 'docs',
  'third-party-code': 'others’ code',
  unverified: 'unverified',
};

const ticketPage = (site) => site.pages.find((page) => page.type === 'ticket') ?? site.pages[0];
const grade = (site, part) => SHORT[ticketPage(site).grades?.[part] ?? site.confidence];

/** How the page itself can do it; null when it cannot. */
function byPage(site, { touches }) {
  const page = ticketPage(site);
  switch (touches.what) {
    case 'record':
      return grade(site, page.messages ? 'conversation' : 'record');
    case 'box':
      return page.composer ? grade(site, 'composer') : null;
    case 'message':
      return page.composer?.send ? grade(site, 'composer') : null;
    case 'field': {
      const pages = touches.scope === 'contact' ? site.pages : [page];
      const can = (field) => field.edit && touches.is({ scope: 'record', ...field });
      const own = (one) => one.ownFields?.kinds.map(({ field }) => ({ name: '', ...field })) ?? [];
      return pages.some((one) => [...one.fields, ...own(one)].some(can)) ? grade(site, 'fields') : null;
    }
    default: {
      const all = [touches.operation, ...(touches.removal ? [touches.removal] : [])];
      return all.every((one) => page.operations?.[one]) ? grade(site, 'fields') : null;
    }
  }
}

function byApi(site, channel, { touches }) {
  const api = site.api?.[channel];
  if (!api) return null;
  const can = touches.what === 'record' || api.write[touches.operation] !== undefined;
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
    row(['Site', ...COLUMNS.map(({ name }) => `\`${name}\``)]),
    row(['---', ...COLUMNS.map(() => '---')]),
    ...sites.map((site) => row([`**${site.name}**`, ...COLUMNS.map((tool) => cell(site, tool))])),
    row([
      '**Any other**',
      ...COLUMNS.map(({ touches }) =>
        ['record', 'box'].includes(touches.what) ? 'page: general signs' : '–',
      ),
    ]),
    '',
    '## What each was tried against',
    '',
    '- Harbor Desk, Request Tracker: the running product.',
    '- FreeScout, osTicket: selectors and endpoints as seen on running servers; here a loopback server with their pages,',
    '  forms, tokens, locks and refusals, in a real browser, with its ledger as the judge.',
    '- Zendesk, Intercom, HubSpot, Zammad, Freshdesk, Chatwoot, Help Scout, Gorgias, Front: over their API against servers',
    '  that answer as the vendors’ documentation says, errors included. Those servers are written by hand: none is made',
    '  from a published description, since no package ships one. For status, priority, assignee and messages of Chatwoot,',
    '  paths and names of fields were compared with the description that its own repository publishes. Their pages',
    '  against fixtures.',
    '- Intercom, HubSpot: the same servers are also asked by the vendor’s own client, which is generated from the',
    '  description that the vendor publishes (`intercom-client` 7.0.3, `@hubspot/api-client` 13.5.0). Each change is sent',
    '  by both and the requests are compared: all of Intercom’s; status, priority and owner of HubSpot. Each reads what',
    '  the other wrote, refusals come out as the client’s errors, and the compiler holds the answers against the client’s',
    '  types. HubSpot’s client knows no threads: for messages and comments, paths, fields and what a comment must hold were',
    '  compared by hand with the description that HubSpot publishes.',
    '- Tags are left out over an API that takes the whole list only (Freshdesk, Chatwoot, Help Scout): a colleague’s could',
    '  be lost. A reply is left out for Gorgias, whose API wants to be told from which address it goes out.',
    '- Any other: some thirty pages built like helpdesks, shared inboxes, CRMs and trackers of different kinds, pages that',
    '  are no ticket, and a real Redmine (`node tests/live/redmine/run.mjs`). Tried by hand: a real Roundcube 1.6 and a real',
    '  Tryton 6.0, which are read as documents, and the page of a ticket that was saved from a Znuny 6.5. What a page does',
    '  not say is read as unknown.',
    '- EspoCRM shows one sign alone of who reads a post, a lock: its box stays unknown, and nothing is sent from it.',
    '- The rest: fixtures of their pages. Those show that the data is whole, not that the products look like that.',
    '',
    '## Request Tracker',
    '',
    'Seen on a running 5.0.3 (`npm run test:live`):',
    '',
    '- Read in every language that it ships. Its pages tell a comment from a reply by words alone, so those of all 37',
    '  translations are known; in any other words the message is *unknown*, and the panel says so. A status goes by the',
    '  word that the page shows, also over session and token.',
    '- Newest on top, and histories that come later, on a click or while one scrolls. What is not loaded is said.',
    '- Where the history is not all loaded, fields go through the page all the same. A note or a reply through it is refused,',
    '  or ends as *not certain* where none of the history is there: load it first, or allow the session, which knows it all.',
    '- The address of a merged ticket stands for the ticket that it became part of, where heading and forms agree.',
    '- Self-service, the pages for telephones and the question about cross-site requests are named, and nothing is',
    '  done there.',
    '- Several requesters: none is assumed as the one; a reply names them all. No requester: said.',
    '- A reply goes to requesters, copies, the ticket’s own watchers and its owner. The card names all of them but its',
    '  author, and the tests compare that with the mails that left. Over the API the team is named by its log-in names,',
    '  and watchers of the whole queue are not named.',
    '- Rights that are taken away while the cards lie there: each tool is refused by the right’s own name.',
    '- Custom fields by the names that the team gave them: a choice of one, a line of text, a date (as `2026-03-05`). Those',
    '  of several values, of many lines, of a time of day and of files are shown and not written.',
    '- Tags are the custom field “Tags” that takes several values. Added and removed one by one on the page; over the API a',
    '  version guards the list.',
    '- `apply_macro` knows the articles that the account may see, as text for the reply, asked for with the page’s session.',
    '- A life cycle of the team’s own may not lead back: then undo is refused, and what was done stays.',
    '',
    'Not done, and why:',
    '',
    '- `remove_note`: what was written there stays. A note is answered by another note.',
    '- `snooze`: nothing wakes a ticket by itself; the date “Starts” is a date and no more.',
    '- `create_task`: a reminder is a ticket of its own, in a queue of its own rules, and no line of this ticket.',
    '- `log_call`: a call would be a note with the time worked, and neither can be taken back. Write the call as a note.',
    '- `update_contact`: changing a customer needs the right “AdminUsers”, which support agents do not have.',
    '',
  ];
  return lines.join('\n');
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').pop() ?? '')) {
  writeFileSync(new URL('docs/sites.md', root), sitesTable());
}
