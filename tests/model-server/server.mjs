#!/usr/bin/env node
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { demoAnswer } from './demo-answer.mjs';
import { framesOf, wholeOf } from './frames.mjs';

/**
 * A chat completion server on loopback that says what a script tells it to, faults included. It is a real HTTP server:
 * bytes, headers and broken connections are what a client would meet outside.
 * The answers it can give are described in server.d.mts.
 */
export async function createModelServer({ script = demoAnswer, port = 0 } = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const body = parse(Buffer.concat(parts).toString('utf8'));
      if (request.method === 'OPTIONS') return preflight(response);
      requests.push({ method: request.method, path: request.url, headers: request.headers, body });
      const known = request.method === 'POST' && /\/v1\/chat\/completions$/.test(request.url ?? '');
      const answer = known
        ? next(script, body, requests.length - 1)
        : { status: 404, json: { error: { message: 'Not found' } } };
      give(answer, response).catch((error) => response.destroy(error));
    });
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/v1`;
  return {
    url,
    origin: new URL(url).origin,
    requests: () => requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A list is given in order, its last answer again and again. */
function next(script, body, count) {
  if (typeof script === 'function') return script(body, count);
  const list = Array.isArray(script) ? script : [script];
  return list[Math.min(count, list.length - 1)];
}

async function give(answer, response) {
  const cors = { 'access-control-allow-origin': '*' };
  if (answer.delayMs) await pause(answer.delayMs);
  if (answer.html !== undefined)
    return whole(response, answer, 'text/html; charset=utf-8', answer.html, cors);
  if (answer.raw !== undefined) return whole(response, answer, answer.type ?? 'text/plain', answer.raw, cors);
  if (answer.json !== undefined)
    return whole(
      response,
      answer,
      'application/json',
      JSON.stringify(answer.json === true ? wholeOf(answer) : answer.json),
      cors,
    );
  if (answer.status === 204) return response.writeHead(204, cors).end();
  response.writeHead(answer.status ?? 200, {
    'content-type': answer.type ?? 'text/event-stream',
    ...cors,
    ...answer.headers,
  });
  response.flushHeaders();
  const newline = answer.newline ?? '\n';
  if (answer.bom) await write(response, '\ufeff', answer);
  const frames = framesOf(answer);
  for (const [i, frame] of frames.entries()) {
    if (i === answer.stallAfter) return;
    if (i === answer.eofAfter) return response.end();
    if (i === answer.destroyAfter) return response.destroy();
    const data = typeof frame === 'string' ? frame : JSON.stringify(frame);
    const comment = answer.comments ? `: still here${newline}${newline}` : '';
    const event = answer.eventLines ? `event: message${newline}id: ${i}${newline}` : '';
    await write(
      response,
      `${comment}${event}data:${answer.tight ? '' : ' '}${data}${newline}${newline}`,
      answer,
    );
    if (answer.everyMs) await pause(answer.everyMs);
  }
  response.end();
}

function whole(response, answer, type, text, cors) {
  response.writeHead(answer.status ?? 200, { 'content-type': type, ...cors, ...answer.headers }).end(text);
}

/** In pieces of so many bytes, which cuts letters of several bytes in two. */
async function write(response, text, { bytes }) {
  const all = Buffer.from(text, 'utf8');
  const size = bytes ?? all.length;
  for (let at = 0; at < all.length; at += size) {
    if (response.destroyed) return;
    response.write(all.subarray(at, at + size));
    if (bytes) await new Promise((resolve) => setImmediate(resolve));
  }
}

function preflight(response) {
  response
    .writeHead(204, {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization, content-type',
    })
    .end();
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const at = process.argv.indexOf('--port');
  const { url } = await createModelServer({ port: at > 0 ? Number(process.argv[at + 1]) : 0 });
  console.log(`A scripted model answers at ${url} (model name: scripted). Ctrl+C ends it.`);
}
