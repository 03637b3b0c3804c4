// How fast a log is verified, and in how much memory: node scripts/bench/verify.mjs [ENTRIES…]
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import canonicalize from 'canonicalize';
import { readFile } from '../log/lines.mjs';
import { checkLog } from '../log/verify.mjs';
import { printTable } from './table.mjs';

/**
 * @param {number[]} counts entries of each log, rising
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function benchVerify(counts) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-verify-'));
  const rows = [];
  try {
    for (const count of counts) {
      const path = join(folder, `${count}.jsonl`);
      writeLog(path, count);
      const began = performance.now();
      let most = 0;
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage().rss);
      }, 50);
      const { entryCount } = await checkLog(readFile(path));
      clearInterval(watch);
      if (entryCount !== count) throw new Error(`${entryCount} entries were found in a log of ${count}`);
      const seconds = (performance.now() - began) / 1000;
      const megabytes = statSync(path).size / 1e6;
      const name = `${count} entries (${megabytes.toFixed(0)} MB)`;
      rows.push({ what: `${name}: entries a second`, value: count / seconds, unit: '/s' });
      rows.push({ what: `${name}: memory at most`, value: most / 1e6, unit: 'MB' });
      rmSync(path);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

/** A whole log as the extension would write it, with a text for every fourth entry. */
function writeLog(path, count) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' });
  const file = openSync(path, 'w');
  const digest = createHash('sha256');
  let text = '';
  const flush = () => {
    digest.update(text);
    writeSync(file, text);
    text = '';
  };
  const write = (line) => {
    text += `${line}\n`;
    if (text.length > 1 << 20) flush();
  };
  const zero = '0'.repeat(64);
  write(
    canonicalize({
      type: 'header',
      format: 'countersign-log',
      version: 1,
      exportedAt: '2026-03-03T09:00:00.000Z',
      extensionVersion: '0.1.0',
      installationId: 'bench',
      contents: 'all',
      filter: null,
      fromSeq: 0,
      toSeq: count - 1,
      previousHash: zero,
      publicKey: { kty, crv, x, y },
    }),
  );
  let head = zero;
  for (let seq = 0; seq < count; seq++) {
    const entry = entryOf(seq, head);
    head = createHash('sha256').update(canonicalize(entry)).digest('hex');
    write(canonicalize({ ...entry, hash: head }));
  }
  for (let seq = 3; seq < count; seq += 4) write(canonicalize(contentOf(seq)));
  flush();
  const end = digest.digest('hex');
  const signed = Buffer.from(`countersign-log\n1\n${count}\n${head}\n${end}`);
  const signature = sign('sha256', signed, { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString(
    'base64url',
  );
  writeSync(file, `${canonicalize({ type: 'trailer', count, head, digest: end, signature })}\n`);
  closeSync(file);
}

const KINDS = ['action.proposed', 'approval.granted', 'action.started', 'action.done'];

function entryOf(seq, previousHash) {
  const data = {
    actionId: `a${seq >> 2}`,
    tool: 'add_tag',
    class: 'R2',
    channel: 'session',
    account: 'Maya',
    record: { site: 'demo-desk', host: 'desk.example', type: 'ticket', id: String(seq % 5000) },
  };
  const contents = seq % 4 === 3 ? { after: contentOf(seq).hash } : {};
  return {
    type: 'entry',
    seq,
    at: new Date(1_770_000_000_000 + seq).toISOString(),
    kind: KINDS[seq % 4],
    runId: `r${seq >> 4}`,
    actor: { kind: 'user' },
    data,
    contents,
    previousHash,
  };
}

function contentOf(seq) {
  const salt = seq.toString(16).padStart(32, '0');
  const text = `The tag “vip-${seq}” was added for a customer who waits.`;
  const hash = createHash('sha256')
    .update(Buffer.from(salt, 'hex'))
    .update(`text/plain\0${text}`)
    .digest('hex');
  return { type: 'content', hash, salt, mediaType: 'text/plain', text };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const counts = process.argv.slice(2).map(Number);
  printTable('Verifying a log', await benchVerify(counts.length > 0 ? counts : [100_000, 1_000_000]));
}
