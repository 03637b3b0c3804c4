// Appends beside bare writes of the same durability, and a log of 100,000 entries: node scripts/bench/append.mjs [ENTRIES]
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launchWithExtension } from '../browser/launch.mjs';
import { printTable } from './table.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The store as the panel opens it, and a bare strict write of about the same size beside it. */
const PAGE = `
  import Dexie from 'dexie';
  import { anchorIn } from './storage/anchor';
  import { openStore } from './storage/store';
  const bare = new Dexie('bare', { chromeTransactionDurability: 'strict' });
  bare.version(1).stores({ rows: '&seq' });
  const data = (i) => ({ actionId: 'a' + i, tool: 'set_status', class: 'R2', channel: 'session', account: 'Maya', note: 'x'.repeat(300) });
  const fact = (i, kind) => ({ kind, runId: 'r' + (i >> 2), actor: { kind: 'user' }, data: data(i) });
  const timed = async (work) => { const start = performance.now(); await work(); return performance.now() - start; };
  globalThis.bench = {
    ready: openStore({ anchor: anchorIn(chrome.storage.local), extensionVersion: '0.1.0' }).then((s) => { globalThis.store = s; }),
    async appends(rounds) {
      const times = { bare: [], append: [] };
      for (let i = 0; i < rounds; i++) {
        times.bare.push(await timed(() => bare.table('rows').put({ seq: i, text: 'x'.repeat(600) })));
        times.append.push(await timed(() => store.append(fact(i, 'draft.made'))));
      }
      return times;
    },
    async fill(count) {
      const kinds = ['action.proposed', 'approval.granted', 'action.started', 'action.done'];
      for (let i = 0; i < count; i += 1000)
        await store.appendAll(Array.from({ length: Math.min(1000, count - i) }, (_, n) => fact((i + n) >> 2, kinds[(i + n) % 4])));
    },
    newest: () => timed(() => store.entriesOfNewestActions(200)),
    async exported() {
      const start = performance.now();
      let most = 0, bytes = 0, lines = 0;
      for await (const line of store.exportLog({ filter: null, contents: 'all' })) {
        bytes += line.length;
        if (++lines % 2000 === 0) most = Math.max(most, performance.memory.usedJSHeapSize);
      }
      return { ms: performance.now() - start, heap: most, bytes };
    },
    checked: () => timed(() => store.checkChain(async () => undefined)),
  };
`;

/**
 * @param {number} entries of the long log
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function benchAppend(entries) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-append-'));
  let browser = null;
  try {
    await makeExtension(folder);
    browser = await launchWithExtension({ extensionDir: folder });
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.extensionId}/page.html`);
    await page.evaluate('bench.ready');
    const { bare, append } = await page.evaluate('bench.appends(500)');
    await page.evaluate(`bench.fill(${entries})`);
    const newest = [];
    for (let i = 0; i < 9; i++) newest.push(await page.evaluate('bench.newest()'));
    const file = await page.evaluate('bench.exported()');
    const checked = await page.evaluate('bench.checked()');
    return [
      { what: 'bare strict write, p95', value: share(bare, 0.95), unit: 'ms' },
      { what: 'append, p50', value: share(append, 0.5), unit: 'ms' },
      { what: 'append, p95', value: share(append, 0.95), unit: 'ms', limit: 5 },
      {
        what: 'append to bare write, p50',
        value: share(append, 0.5) / share(bare, 0.5),
        unit: '×',
        limit: 2,
      },
      {
        what: 'append to bare write, p95',
        value: share(append, 0.95) / share(bare, 0.95),
        unit: '×',
        limit: 2,
      },
      {
        what: `newest 200 actions of ${entries} entries, median`,
        value: share(newest, 0.5),
        unit: 'ms',
        limit: 100,
      },
      {
        what: `export of ${entries} entries (${(file.bytes / 1e6).toFixed(0)} MB)`,
        value: file.ms / 1000,
        unit: 's',
      },
      { what: 'heap during that export, at most', value: file.heap / 1e6, unit: 'MB' },
      { what: `full check of ${entries} entries`, value: checked / 1000, unit: 's' },
    ];
  } finally {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeExtension(folder) {
  await build({
    stdin: { contents: PAGE, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    format: 'esm',
    outfile: join(folder, 'page.js'),
  });
  const manifest = {
    manifest_version: 3,
    name: 'Store bench',
    version: '1',
    permissions: ['storage'],
    background: { service_worker: 'worker.js' },
  };
  await writeFile(
    join(folder, 'page.html'),
    '<!doctype html><title>bench</title><script type="module" src="page.js"></script>',
  );
  await writeFile(join(folder, 'worker.js'), 'self.started = true;');
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
}

/** The value below which a share of the values lies. */
function share(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  printTable('Writing the log', await benchAppend(Number(process.argv[2] ?? 100_000)));
}
