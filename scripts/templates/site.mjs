import { title } from '../new/names.mjs';
import { pageText } from './site-page.mjs';
import { entryText, testText } from './site-test.mjs';

/** Files of a new site, path → text. They fit each other; the real pages are for the person to put in. */
export function siteFiles(name) {
  return {
    [`sites/${name}.ts`]: site(name),
    [`tests/sites/${name}.e2e.test.ts`]: testText(name),
    [`tests/sites/${name}-entry.ts`]: entryText(),
    [`tests/sites/fixtures/${name}/ticket.html`]: pageText(name),
  };
}

/** What to do next, for the person who asked for it. */
export function siteSteps(name) {
  return [
    `tests/sites/fixtures/${name}/ticket.html: a saved page of the real helpdesk, without real people in it.`,
    `sites/${name}.ts: the lines that begin with “Fill in”, until the test reads that page right.`,
    `tests/sites/${name}.e2e.test.ts: who wrote what, the fields with their choices, the reply box.`,
  ];
}

const site = (name) => `import { defineSite } from '../core/site';

/** Fill in: the product, the versions that were looked at, and where the facts below are from. */
export default defineSite({
  id: '${name}',
  name: '${title(name)}',
  // Fill in: 'seen-live' once it was tried on a running one.
  confidence: 'documentation',
  // Fill in: signs that no other product has. All of them must be on the page.
  detect: { selectors: ['meta[name="application-name"][content="${title(name)}"]'] },
  pages: [
    {
      type: 'ticket',
      // Fill in: the address of a ticket, and a second sign of its number on the page itself.
      url: /^\\/tickets\\/(?<id>\\d+)(?:[/?#]|$)/,
      id: { selector: '.ticket-id', pattern: /(\\d+)/ },
      subject: { selector: '.ticket-subject' },
      requester: { name: { selector: '.requester-name' }, email: { selector: '.requester-email' } },
      account: { selector: '.signed-in' },
      messages: {
        item: '.message',
        key: 'data-id',
        order: 'oldest-first',
        author: { selector: '.author' },
        at: { selector: 'time', attribute: 'datetime' },
        body: { selector: '.body' },
        // Fill in: what tells a note from a reply. A message that no rule fits has no role, and is safe.
        roles: [
          { role: 'note', selector: '.note' },
          { role: 'agent', selector: '.agent' },
          { role: 'customer', selector: '.customer' },
        ],
      },
      fields: [
        {
          name: 'status',
          label: 'Status',
          kind: 'choice',
          read: { selector: '#status' },
          edit: { by: 'control', control: '#status' },
        },
      ],
      // Fill in: composer, once at least two signs on the page tell a public reply from a note.
    },
  ],
});
`;
