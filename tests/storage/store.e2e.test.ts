import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launchWithExtension } from '../../scripts/browser/launch.mjs';
import type { Store } from '../../storage/store';
import { check } from './check-text';

declare global {
  var storeUnderTest: Store;
  var putBare: (seq: number) => Promise<void>;
}

/** What the page of the test extension runs: the store as the panel opens it, and a bare write to compare with. */
const PAGE = `
  import Dexie from 'dexie';
  import { anchorIn } from './storage/anchor';
  import { openStore } from './storage/store';
  const bare = new Dexie('bare', { chromeTransactionDurability: 'strict' });
  bare.version(1).stores({ rows: '&seq' });
  globalThis.putBare = (seq) => bare.table('rows').put({ seq, text: 'x'.repeat(600) });
  globalThis.ready = openStore({ anchor: anchorIn(chrome.storage.local), extensionVersion: '0.1.0' }).then((store) => {
    globalThis.storeUnderTest = store;
  });
`;

let folder: string;
let browser: Launched;

async function openPage(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/page.html`);
  await page.evaluate('ready');
  return page;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-e2e-'));
  await build({
    stdin: { contents: PAGE, resolveDir: fileURLToPath(new URL('../../', import.meta.url)), loader: 'ts' },
    bundle: true,
    format: 'esm',
    outfile: join(folder, 'page.js'),
  });
  await writeFile(
    join(folder, 'page.html'),
    '<!doctype html><title>store</title><script type="module" src="page.js"></script>',
  );
  await writeFile(join(folder, 'worker.js'), 'self.started = true;');
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Store test',
      version: '1',
      permissions: ['storage'],
      background: { service_worker: 'worker.js' },
    }),
  );
  browser = await launchWithExtension({ extensionDir: folder });
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the store in a real browser', () => {
  it('is one chain for two panels, starts an action once, and its export verifies outside', async () => {
    const pages = [await openPage(), await openPage()];
    const started = await Promise.all(
      pages.map((page, p) =>
        page.evaluate(async (p) => {
          const fact = (kind: 'action.proposed' | 'action.started', actionId: string, text: string) => ({
            kind,
            runId: 'r',
            actor: { kind: 'user' as const },
            data: { actionId, tool: 'add_tag', class: 'R2' },
            contents: { after: { mediaType: 'text/plain', text } },
          });
          let won = 0;
          for (let i = 0; i < 50; i++) {
            await globalThis.storeUnderTest.append(fact('action.proposed', `p${p}-${i}`, `text ${i} 😀`));
            if ((await globalThis.storeUnderTest.append(fact('action.started', `both-${i}`, 'x'))).ok) won++;
          }
          return won;
        }, p),
      ),
    );
    expect((started[0] ?? 0) + (started[1] ?? 0)).toBe(50);
    await Promise.all(pages.map((page) => page.close()));
    const again = await openPage();
    const found = await again.evaluate(async () => ({
      findings: globalThis.storeUnderTest.findings,
      seqs: (await globalThis.storeUnderTest.entries()).map((e) => e.seq),
      file: await globalThis.storeUnderTest.exportText({ filter: null, contents: 'all' }),
    }));
    expect(found.findings).toEqual([]);
    expect(found.seqs).toEqual(Array.from({ length: 151 }, (_, i) => i));
    expect(await check(found.file.ok ? found.file.value : '')).toEqual({ code: 0, words: '' });
    await again.close();
  });

  it('notices that the database was deleted, because the second place remembers', async () => {
    const page = await openPage();
    await page.evaluate(async () => {
      await globalThis.storeUnderTest.close();
      await new Promise((done) => {
        indexedDB.deleteDatabase('countersign').onsuccess = done;
      });
    });
    await page.close();
    const again = await openPage();
    const { findings, first } = await again.evaluate(async () => ({
      findings: globalThis.storeUnderTest.findings,
      first: (await globalThis.storeUnderTest.entries())[0],
    }));
    expect(findings).toMatchObject([{ kind: 'missing', words: expect.stringContaining('151 entries') }]);
    expect(first?.data.replaces).toMatchObject({ count: 151 });
    await again.close();
  });

  it('appends a fact in a few milliseconds, and not much slower than a bare strict write', async () => {
    const page = await openPage();
    const times = await page.evaluate(async () => {
      const measure = async (write: (i: number) => Promise<unknown>) => {
        const taken: number[] = [];
        for (let i = 0; i < 300; i++) {
          const start = performance.now();
          await write(i);
          taken.push(performance.now() - start);
        }
        taken.sort((a, b) => a - b);
        return { p50: taken[150] ?? 0, p95: taken[285] ?? 0 };
      };
      const data = { actionId: 'm', tool: 'set_status', class: 'R2', note: 'x'.repeat(300) };
      const bare = await measure((i) => globalThis.putBare(i));
      const append = await measure(() =>
        globalThis.storeUnderTest.append({ kind: 'draft.made', runId: 'm', actor: { kind: 'system' }, data }),
      );
      return { bare, append };
    });
    console.log(
      `append ${JSON.stringify(times.append)} ms, bare strict put ${JSON.stringify(times.bare)} ms`,
    );
    // Generous, for a busy machine: this is to notice a transaction that became ten times slower.
    expect(times.append.p50).toBeLessThan(Math.max(10, times.bare.p50 * 5));
    await page.close();
  });
});
