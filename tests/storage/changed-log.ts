import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import { must } from './harness';
import { sampleStore } from './sample-log';

const FIXTURE = new URL('./fixtures/log.jsonl', import.meta.url);

// A file, so that a mutation that is missed can be looked at again. Remove it to have it made anew.
if (!existsSync(FIXTURE)) {
  writeFileSync(FIXTURE, must(await (await sampleStore()).exportText({ filter: null, contents: 'all' })));
}

/** A whole log, and its lines without their LF. */
export const whole: Buffer = readFileSync(FIXTURE);
export const lines: string[] = whole.toString('utf8').split('\n').slice(0, -1);

export const file = (parts: string[]) => `${parts.join('\n')}\n`;

/** Index of the nth line of a type; -1 is the last of them. */
export function at(type: string, nth = 0): number {
  const found = lines.map((line, i) => (JSON.parse(line).type === type ? i : -1)).filter((i) => i >= 0);
  return found.at(nth) ?? -1;
}

/** The file with one line changed by `change`, which gets the parsed line; still canonical. */
export function edited(index: number, change: (line: Record<string, never>) => void): string {
  const line = JSON.parse(lines[index] ?? '');
  change(line);
  return file(lines.with(index, canonicalize(line) ?? ''));
}

export const without = (index: number) => file(lines.toSpliced(index, 1));

/** The file with some bytes replaced. */
export function spliced(start: number, removed: number, bytes: number[]): Buffer {
  return Buffer.concat([whole.subarray(0, start), Buffer.from(bytes), whole.subarray(start + removed)]);
}

/** The fixture with its header changed, made whole again with a new Ed25519 key, unless the change brings its own. */
export function resigned(change: (header: Record<string, unknown>) => void): string {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const header = JSON.parse(lines[0] ?? '');
  header.publicKey = publicKey.export({ format: 'jwk' });
  change(header);
  const body = file([canonicalize(header) ?? '', ...lines.slice(1, -1)]);
  const { count, head } = JSON.parse(lines.at(-1) ?? '');
  const digest = createHash('sha256').update(body).digest('hex');
  const signature = sign(
    null,
    Buffer.from(`countersign-log\n1\n${count}\n${head}\n${digest}`),
    privateKey,
  ).toString('base64url');
  return `${body}${canonicalize({ type: 'trailer', count, head, digest, signature })}\n`;
}
