import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILES } from './paths.mjs';

const boxes = () =>
  existsSync(FILES.mail) ? readdirSync(FILES.mail).filter((name) => name.endsWith('.mbox')) : [];
const textOf = (name) => readFileSync(join(FILES.mail, name), 'utf8');

/** How much Request Tracker has mailed so far: each of its processes writes a file of its own. */
export function mailSoFar() {
  return Object.fromEntries(boxes().map((name) => [name, textOf(name).length]));
}

/** Everybody whom it mailed something since, each once, sorted: what the heads of the mails say. */
export function mailedSince(before) {
  const mails = boxes().flatMap((name) =>
    textOf(name)
      .slice(before[name] ?? 0)
      .split(/^From \S+@localhost .*$/m)
      .map((mail) => (mail.trimStart().split(/\n\s*\n/)[0] ?? '').replace(/\n[ \t]+/g, ' ')),
  );
  const heads = mails.flatMap((head) => head.match(/^(?:To|Cc|Bcc): .*$/gim) ?? []);
  const addresses = heads.flatMap((line) => line.match(/[^\s<>()"',;:]+@[^\s<>()"',;:]+/g) ?? []);
  return [...new Set(addresses.map((one) => one.toLowerCase()))].sort();
}
