import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LabBrowser, openLab } from '../../lab/driver';
import { EDITORS } from '../../lab/editors.mjs';
import { type Lab, startLab } from '../../lab/server.mjs';
import { CELLS, fillSheet, type Sheet } from './matrix';
import { putPart, sheetsToMarkdown } from './sheets';

const only = process.env.EDITORS?.split(',');
const editors = EDITORS.filter((e) => !only || only.includes(e.page));

let lab: Lab;
let browser: LabBrowser;
const sheets: Sheet[] = [];

beforeAll(async () => {
  lab = await startLab();
  browser = await openLab();
});

afterAll(async () => {
  if (process.env.WRITE_DOCS && sheets.length === EDITORS.length)
    putPart('named', sheetsToMarkdown(sheets, browser.version));
  await browser?.close();
  await lab?.close();
});

describe('inserting into real editors', () => {
  it.each(editors)('$title', async ({ page }) => {
    const tab = await browser.open(`${lab.origin}/p/${page}`);
    const sheet = await fillSheet(page, tab, lab);
    sheets.push(sheet);
    await tab.close();
    if (process.env.EDITORS) console.log(JSON.stringify(sheet, null, 1));
    expect({
      falseSuccesses: sheet.falseSuccesses,
      falseFailures: sheet.falseFailures,
      errors: tab.errors,
    }).toEqual({
      falseSuccesses: 0,
      falseFailures: 0,
      errors: [],
    });
    for (const row of sheet.rows) {
      const wanted = Object.fromEntries(CELLS.map((cell) => [cell, 'yes']));
      expect({ scenario: row.scenario, ...row.cells }).toEqual({ scenario: row.scenario, ...wanted });
    }
  });
});
