import { request } from 'node:http';
import { connect } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { type Sinkhole, startSinkhole } from './sinkhole.mjs';

let sinkhole: Sinkhole | undefined;
afterEach(() => sinkhole?.close());

/** A plain request as a browser sends it when the name was mapped to the sinkhole. */
function ask(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: '/update', headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('a plain request is refused and written down with its host', async () => {
  sinkhole = await startSinkhole();
  expect(await ask(sinkhole.port, 'update.example.com')).toBe(502);
  expect(sinkhole.calls).toMatchObject([
    { protocol: 'http', host: 'update.example.com', request: 'GET /update HTTP/1.1' },
  ]);
});

test('a TLS caller is written down with the name it asked for, though it gets no answer', async () => {
  sinkhole = await startSinkhole();
  const { port } = sinkhole;
  await new Promise<void>((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, servername: 'accounts.example.com' });
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
  });
  expect(sinkhole.calls).toMatchObject([{ protocol: 'tls', host: 'accounts.example.com' }]);
});

test('the summary counts by host and is empty when nobody called', async () => {
  sinkhole = await startSinkhole();
  expect(sinkhole.summary()).toBe('');
  await ask(sinkhole.port, 'a.example');
  await ask(sinkhole.port, 'a.example');
  expect(sinkhole.summary()).toBe('a.example ×2');
});
