import { createServer } from 'node:net';

const WORDS = 'No request leaves this machine.';
const HEAD = [
  'HTTP/1.1 502 Sinkhole',
  'content-type: text/plain',
  `content-length: ${WORDS.length}`,
  'connection: close',
];
const ANSWER = `${HEAD.join('\r\n')}\r\n\r\n${WORDS}`;

/** Name of the server a TLS client asks for (the SNI extension), or an empty text. */
export function serverNameOf(hello) {
  // 5 bytes record header, 4 bytes handshake header, 2 version, 32 random, then three lists and the extensions.
  let at = 5 + 4 + 2 + 32;
  if (hello.length < at + 1) return '';
  at += 1 + hello[at];
  if (hello.length < at + 2) return '';
  at += 2 + hello.readUInt16BE(at);
  if (hello.length < at + 1) return '';
  at += 1 + hello[at] + 2;
  while (hello.length >= at + 4) {
    const kind = hello.readUInt16BE(at);
    const size = hello.readUInt16BE(at + 2);
    if (kind === 0 && hello.length >= at + 9) {
      const length = hello.readUInt16BE(at + 7);
      return hello.toString('latin1', at + 9, at + 9 + length);
    }
    at += 4 + size;
  }
  return '';
}

function describe(bytes) {
  if (bytes[0] === 0x16) return { protocol: 'tls', host: serverNameOf(bytes), request: '' };
  const text = bytes.toString('latin1');
  const host = /^host:\s*(\S+)/im.exec(text)?.[1] ?? '';
  return { protocol: 'http', host, request: text.split('\r\n', 1)[0] ?? '' };
}

/**
 * A server on loopback that answers nothing useful and writes down every call.
 * A browser whose other hosts are all mapped to it cannot reach the network, and what it tried is in `calls`.
 */
export async function startSinkhole({ onCall = () => undefined } = {}) {
  const calls = [];
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A caller that hangs up early is still a caller; the call is written down with the first bytes.
    socket.on('error', () => socket.destroy());
    socket.once('data', (bytes) => {
      const call = { at: new Date().toISOString(), ...describe(bytes) };
      calls.push(call);
      onCall(call);
      if (call.protocol === 'http') socket.end(ANSWER);
      else socket.destroy();
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: server.address().port,
    calls,
    /** `accounts.google.com ×3, …` or an empty text. */
    summary() {
      const counts = new Map();
      for (const call of calls) counts.set(call.host, (counts.get(call.host) ?? 0) + 1);
      return [...counts].map(([host, n]) => `${host || '(no name)'} ×${n}`).join(', ');
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
