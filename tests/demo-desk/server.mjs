import { once } from 'node:events';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { defaultSeed } from './seed/index.mjs';
import { answer, Refused } from './server/answer.mjs';
import { createApi } from './server/api.mjs';
import { createFaults } from './server/faults.mjs';
import { createLab } from './server/lab.mjs';
import { bundle } from './server/page.mjs';
import { createSessions } from './server/sessions.mjs';
import { createSite } from './server/site.mjs';
import { createStore } from './server/store.mjs';

/** Starts Harbor Desk on loopback. See `server.d.mts`. */
export async function createDesk({ port = 0, seed = {}, keepAlive = false, honoursKeys = true, hear } = {}) {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address().port;

  const store = createStore({ ...defaultSeed, ...seed }, honoursKeys);
  const sessions = createSessions(store.agents, bound);
  const faults = createFaults();
  const lab = createLab(store, sessions, faults);
  const api = createApi(store, sessions);
  const site = createSite(store, sessions);

  async function route(request, url, body) {
    if (url.pathname.startsWith('/api/')) return api(request, url.pathname, body);
    const found = lab.open(request.method, url.pathname, body) ?? (await site(request, url));
    return (
      found ?? answer({ error: { code: 'not-found', message: 'There is nothing here.' } }, { status: 404 })
    );
  }

  async function serve(request, response) {
    const url = new URL(request.url, `http://127.0.0.1:${bound}`);
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const isApi = url.pathname.startsWith('/api/');
    if (isApi)
      hear?.({ method: request.method, path: url.pathname, channel: request.headers['x-channel'] ?? null });
    const fault = isApi ? faults.take(request.method, url.pathname) : null;
    if (await faults.at(fault, 'before')) return request.socket.destroy();
    let reply = faults.refusal(fault) ?? (await route(request, url, body));
    // As when something on the way delivers it once more: the second answer is the one that comes back.
    if (fault?.twice) reply = await route(request, url, body);
    if (await faults.at(fault, 'after')) return request.socket.destroy();
    send(request, response, reply, keepAlive);
  }

  server.on('request', (request, response) => {
    serve(request, response).catch((error) => {
      const status = error instanceof Refused ? error.status : 500;
      if (status === 500) console.error(error);
      send(
        request,
        response,
        answer({ error: { code: 'error', message: String(error.message) } }, { status }),
        keepAlive,
      );
    });
  });

  await bundle();
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    ledger: store.ledger,
    state: store.state,
    reset: lab.reset,
    fault: faults.add,
    met: faults.met,
    colleague: lab.colleague,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function send(request, response, { status, headers, body }, keepAlive) {
  // A broken connection that was used before makes browsers repeat the request by themselves.
  const connection = keepAlive ? {} : { Connection: 'close' };
  const common = { 'Cache-Control': 'no-store', ...connection, ...headers };
  const known = headers.ETag && request.method === 'GET' && request.headers['if-none-match'] === headers.ETag;
  if (known) response.writeHead(304, common).end();
  else if (body === undefined || typeof body === 'string') response.writeHead(status, common).end(body);
  else {
    response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...common });
    response.end(JSON.stringify(body));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const at = process.argv.indexOf('--port');
  const desk = await createDesk({ port: at > 0 ? Number(process.argv[at + 1]) : 4710 });
  console.log(`Harbor Desk is open at ${desk.url}/tickets (stop it with Ctrl+C)`);
}
