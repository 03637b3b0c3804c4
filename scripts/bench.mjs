// `npm run bench`: figures side by side with a reference in the same run. Writes them to test-output/bench.json.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { benchActivity } from './bench/activity.mjs';
import { benchAppend } from './bench/append.mjs';
import { benchInsert } from './bench/insert.mjs';
import { benchPanel } from './bench/panel.mjs';
import { benchRead } from './bench/read.mjs';
import { printTable } from './bench/table.mjs';
import { benchVerify } from './bench/verify.mjs';
import { buildIfStale } from './demo/build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const extensionDir = process.argv[2] ?? buildIfStale(root);
const results = {
  read: await benchRead(),
  panel: await benchPanel(extensionDir),
  insert: await benchInsert(extensionDir),
  activity: await benchActivity(extensionDir, 100_000),
  append: await benchAppend(100_000),
  verify: await benchVerify([100_000, 1_000_000]),
};
printTable('Reading a page (median of five pages, beside references in the same run)', results.read);
printTable('Opening the panel (median of 14)', results.panel);
printTable('Inserting a draft of 600 characters (median of nine)', results.insert);
printTable('The activity of a long log', results.activity);
printTable('Writing to the log, beside a bare strict write', results.append);
printTable('Verifying an exported log', results.verify);
mkdirSync(`${root}/test-output`, { recursive: true });
writeFileSync(`${root}/test-output/bench.json`, `${JSON.stringify(results, null, 2)}\n`);
console.log('\nWritten to test-output/bench.json');
