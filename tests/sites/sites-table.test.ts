import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sitesTable } from '../../scripts/sites-table.mjs';

test('docs/sites.md says what the sites’ data says', () => {
  const written = readFileSync(new URL('../../docs/sites.md', import.meta.url), 'utf8');
  expect(written, 'run: node scripts/sites-table.mjs').toBe(sitesTable());
});

test('nothing is called seen live that has no running product behind it', () => {
  const rows = sitesTable()
    .split('\n')
    .filter((line) => /^\| \*\*/.test(line));
  const live = rows.filter((line) => line.includes(': live')).map((line) => /\*\*(.+?)\*\*/.exec(line)?.[1]);
  expect(live).toEqual(['Harbor Desk', 'Request Tracker', 'FreeScout', 'osTicket']);
});
