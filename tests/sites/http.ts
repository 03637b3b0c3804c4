import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as a fixture's server sees it. */
export interface Asked {
  method: string;
  /** Path without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  text: string;
  form: URLSearchParams;
}

export interface Answered {
  status?: number;
  type?: string;
  headers?: Record<string, string>;
  body?: string;
}

export const html = (body: string, status = 200): Answered => ({
  status,
  type: 'text/html; charset=utf-8',
  body,
});
export const json = (body: unknown, status = 200): Answered => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});

/** A server on loopback that answers by one function. */
export async function serve(
  answer: (asked: Asked) => Answered | Promise<Answered>,
): Promise<{ url: string; close(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', async () => {
      const url = new URL(request.url ?? '/', 'http://fixture');
      const given = await answer({
        method: request.method ?? 'GET',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        text,
        form: new URLSearchParams(text),
      });
      response.writeHead(given.status ?? 200, {
        'content-type': given.type ?? 'text/plain',
        ...given.headers,
      });
      response.end(given.body ?? '');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** Text as it stands in HTML. */
export const esc = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
