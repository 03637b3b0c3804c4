import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from '../../../scripts/browser/find.mjs';
import { browserArgs } from '../../../scripts/browser/quiet.mjs';
import { changePreference } from './alter.mjs';
import { HERE } from './paths.mjs';
import { change, SEED, ticketId } from './rest.mjs';
import { start } from './start.mjs';
import { trimPage } from './trim.mjs';

// Saves the pages on which the descriptor of Request Tracker is tested. Run it again when RT changes its pages:
// node tests/live/rt/save-fixtures.mjs
const OUT = join(HERE, '..', '..', 'sites', 'fixtures', 'request-tracker');
const [maya] = SEED.agents;
const display = (key) => `/Ticket/Display.html?id=${ticketId(key)}`;
const update = (key, action) => `/Ticket/Update.html?Action=${action}&id=${ticketId(key)}`;
const FRENCH = 'ticket-french';
const PAGES = {
  'ticket-thread': display('late-refund'),
  'ticket-attachments': display('import-stops'),
  'ticket-hidden-words': display('injection'),
  'composer-reply': update('late-refund', 'Respond'),
  'composer-note': update('late-refund', 'Comment'),
  // from here on as a person sees them who reads French
  [FRENCH]: display('late-refund'),
  'composer-reply-french': update('late-refund', 'Respond'),
};

const origin = await start({ fresh: true });
await change(ticketId('late-refund'), { CustomFields: { Tags: ['refund'] }, Owner: maya.login });
await change(ticketId('import-stops'), {
  CustomFields: { Tags: ['import', 'urgent matter'], Product: 'Importer' },
});

const browser = await chromium.launch({
  executablePath: (await findBrowser()).path,
  args: browserArgs(),
});
const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
await page.goto(`${origin}/`);
await page.fill('input[name=user]', maya.login);
await page.fill('input[name=pass]', maya.password);
await page.click('input[type=submit][value=Login]');
mkdirSync(OUT, { recursive: true });
for (const [name, path] of Object.entries(PAGES)) {
  if (name === FRENCH) await changePreference(maya.login, 'Lang', 'fr');
  await page.goto(origin + path);
  await page.waitForSelector(
    path.includes('Display') ? '.transaction' : '#previewscrips .list-group, #previewscrips b',
  );
  // History slides in, the editor is built: both take a moment.
  await page.waitForTimeout(1500);
  const html = await page.evaluate(trimPage);
  writeFileSync(join(OUT, `${name}.html`), html);
  console.log(`${name}.html ${(html.length / 1024).toFixed(0)} kB`);
}
await changePreference(maya.login, 'Lang', undefined);
// What the API answers about the first of them, as the session gets it.
const id = ticketId('late-refund');
const answers = {
  'api-ticket.json': `/REST/2.0/ticket/${id}`,
  'api-history.json': `/REST/2.0/ticket/${id}/history?fields=Type,Creator,Created&fields[Creator]=RealName&per_page=100&orderby=id&order=DESC`,
  'api-attachments.json': `/REST/2.0/ticket/${id}/attachments?fields=TransactionId,ContentType,Content&per_page=100&orderby=id&order=DESC&query=[{"field":"ContentType","operator":"LIKE","value":"text/"},{"field":"Filename","operator":"IS","value":"NULL"}]`,
};
for (const [name, path] of Object.entries(answers)) {
  const answer = await page.request.get(origin + encodeURI(path));
  writeFileSync(join(OUT, name), await answer.text());
}
await browser.close();
