import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const MODULES = resolve(HERE, '../../node_modules');
const TYPES = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.gif': 'image/gif',
};

/** The lab's pages: one file each in `pages/`; a new file is a new page. */
export const pages = () =>
  readdirSync(join(HERE, 'pages'))
    .filter((file) => /\.(ts|tsx)$/.test(file))
    .map((file) => file.replace(/\.tsx?$/, ''));

/**
 * The lab: `/p/NAME` is a page with one real editor or widget, `/npm/…` serves packages that load their own parts,
 * and `POST /send` is what a page's Send does. `posts` is the oracle: everything that was ever posted, in order.
 */
export async function startLab() {
  const posts = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://lab');
    try {
      if (request.method === 'POST') {
        const chunks = [];
        for await (const chunk of request) chunks.push(chunk);
        posts.push({
          path: url.pathname,
          page: url.searchParams.get('page'),
          body: Buffer.concat(chunks).toString('utf8'),
        });
        response.writeHead(204).end();
        return;
      }
      const [kind, ...rest] = url.pathname.slice(1).split('/');
      if (kind === 'p' && rest[0]?.endsWith('.js'))
        return send(response, await bundle(join(HERE, 'pages', rest[0].slice(0, -3))), '.js');
      if (kind === 'p') return send(response, shell(rest[0] ?? ''), '.html');
      if (kind === 'npm') return sendFile(response, MODULES, rest.join('/'));
      response.writeHead(404).end();
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error?.stack ?? error));
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return {
    origin: `http://127.0.0.1:${port}`,
    posts,
    close: () => new Promise((done) => server.close(done) && server.closeAllConnections()),
  };
}

const shell = (name) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${name}</title>
<style>body{font:15px system-ui;max-width:760px;margin:24px auto;padding:0 16px} .box{border:1px solid #999;min-height:120px}</style></head>
<body><h1>${name}</h1><main id="app"></main><p><button id="send" type="button">Send</button></p>
<script src="/p/${name}.js"></script></body></html>`;

function send(response, text, type) {
  response
    .writeHead(200, { 'content-type': `${TYPES[type] ?? 'application/octet-stream'}; charset=utf-8` })
    .end(text);
}

function sendFile(response, root, path) {
  const file = normalize(join(root, path));
  if (!file.startsWith(root) || !existsSync(file)) return response.writeHead(404).end();
  response
    .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    .end(readFileSync(file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lab = await startLab();
  for (const name of pages()) console.log(`${lab.origin}/p/${name}`);
}
