import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LabBrowser, openLab } from '../../lab/driver';
import { type Lab, startLab } from '../../lab/server.mjs';
import { SCENARIOS } from './bodies';
import { CELLS, fillSheet, type Sheet } from './matrix';
import { OUTSIDERS } from './outsiders';
import { outsidersToMarkdown, putPart } from './sheets';

/** A few ways of being different, in little time. `OUTSIDERS=all`: every one; or their pages, with commas. */
const SAMPLE =
  'squire,trumbowyg,mobiledoc,toast-markdown,prosemirror-groups,codemirror6,plaintext-only,editorjs';
const only = (process.env.OUTSIDERS ?? SAMPLE).split(',');
const editors = OUTSIDERS.filter(({ page }) => only[0] === 'all' || only.includes(page));

let lab: Lab;
let browser: LabBrowser;
const sheets: Sheet[] = [];

beforeAll(async () => {
  lab = await startLab();
  browser = await openLab();
});

afterAll(async () => {
  if (process.env.WRITE_DOCS && sheets.length === OUTSIDERS.length)
    putPart('outsiders', outsidersToMarkdown(sheets));
  await browser?.close();
  await lab?.close();
});

describe('inserting into editors that nobody named', () => {
  it.each(editors)(
    '$title',
    async ({ page, refuses, refusesMarkup }) => {
      const tab = await browser.open(`${lab.origin}/p/${page}`);
      const sheet = await fillSheet(page, tab, lab);
      sheets.push(sheet);
      await tab.close();
      if (process.env.OUTSIDERS) console.log(JSON.stringify(sheet, null, 1));
      expect(sheet.falseSuccesses).toBe(0);
      for (const { scenario, cells } of sheet.rows) {
        const body = SCENARIOS.find((one) => one.name === scenario)?.body ?? '';
        const refused = refuses ?? (body.includes('**') ? refusesMarkup : undefined);
        const wanted = CELLS.map((cell) => [cell, refused ? expect.any(String) : 'yes']);
        expect({ scenario, ...cells }).toEqual({ scenario, ...Object.fromEntries(wanted) });
        // Refused, and not a letter of the box is another.
        if (refused) expect([cells['model exact'], cells['undo exact']]).toEqual([REFUSED, 'as it was']);
      }
    },
    120_000,
  );
});

const REFUSED = 'refused: insert-not-proved ';
