import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchPlain } from '../../scripts/browser/plain.mjs';
import { createModelServer, type ModelServer } from '../model-server/server.mjs';

/** The engines in a real browser: its fetch, its streams and its content security policy differ from Node's. */
let pages: Server;
let model: ModelServer;
let other: ModelServer;
let browser: Browser;
let page: Page;

const CODE = `
  import { createEngine, testConnection } from '../../model/gateway';
  import { narrowConnect } from '../../model/connect-policy';
  import { createLibrary } from '../../knowledge/library';
  import { STARTER_KNOWLEDGE } from '../../knowledge/starter';
  import { DEFAULT_SETTINGS } from '../../core/settings';
  import { request, run, ticket, message } from './look';
  globalThis.test = {
    narrow: (origins) => narrowConnect(document, origins),
    connect: (serverUrl) => testConnection({ serverUrl, model: 'scripted' }, { apiKey: 'sk-1' }, new AbortController().signal),
    draft: async (engine, serverUrl) => {
      const settings = { ...DEFAULT_SETTINGS, engine, serverUrl, model: 'scripted' };
      const made = createEngine(settings, { apiKey: 'sk-1' }, { library: async () => createLibrary(STARTER_KNOWLEDGE) });
      const seen = ticket({ subject: 'Refund', messages: [message('When will I get my refund for order 48213?')] });
      const { text, end } = await run(made, request({ seen }));
      return { text, end };
    },
  };`;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: CODE, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    tsconfigRaw: {},
  });
  const policy = "default-src 'none'; script-src 'self'; connect-src 'self' https: http:";
  pages = createServer((req, res) => {
    const script = req.url === '/code.js';
    res
      .setHeader('content-type', script ? 'text/javascript' : 'text/html')
      .setHeader('content-security-policy', policy);
    res.end(
      script
        ? outputFiles[0]?.text
        : '<!doctype html><title>x</title><script type="module" src="/code.js"></script>',
    );
  });
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  const script = [{ text: 'Grüße aus dem Test 💥', bytes: 1 }, { html: '<html>Sign in</html>' }];
  model = await createModelServer({ script });
  other = await createModelServer({ script: { text: 'never' } });
  browser = await launchPlain();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`);
  await page.waitForFunction('globalThis.test');
});

afterAll(async () => {
  await browser?.close();
  await model?.close();
  await other?.close();
  pages?.close();
});

it('drafts offline without any request', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const { text } = (await page.evaluate("test.draft('offline', '')")) as { text: string };
  expect(text).toContain('5–7 business days');
  expect(text).toContain('order 48213');
  expect(asked).toEqual([]);
});

it('streams from a server, once the page is narrowed to it, and from no other', async () => {
  expect(await page.evaluate(`test.narrow(['${model.url}'])`)).toBe(true);
  expect(await page.evaluate(`test.narrow(['${model.url}', '${other.url}'])`)).toBe(false);
  expect(await page.evaluate(`test.draft('openai-compatible', '${model.url}')`)).toEqual({
    text: 'Grüße aus dem Test 💥',
    end: { type: 'end' },
  });
  expect(await page.evaluate(`test.draft('openai-compatible', '${other.url}')`)).toEqual({
    text: '',
    end: { type: 'end', reason: 'model-unreachable' },
  });
  expect(other.requests()).toEqual([]);
  expect(Object.keys(model.requests()[0]?.headers ?? {}).filter((h) => h.startsWith('x-'))).toEqual([]);
});

it('tells a login page from an answer', async () => {
  expect(await page.evaluate(`test.connect('${model.url}')`)).toEqual({
    ok: false,
    words: 'The server’s answer is not a model’s answer. Check the address in Settings (is /v1 missing?).',
  });
});
