#!/usr/bin/env node
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { adviceFor, Problem } from './log/problem.mjs';
import { verifyFile } from './log/verify.mjs';

const USAGE = `Tools for an exported Countersign log. Nothing is sent anywhere, but by otlp --endpoint.

  npm run log -- verify FILE [--key THUMBPRINT] [--head SEQ:HASH]
      Is it whole? Exit code 0 whole, 2 not this format, 3 chain broken, 4 signature,
      5 cut or gap, 6 content does not match its hash.
  npm run log -- replay FILE
      The state of every action, folded from the entries, as canonical JSON: the same bytes
      as the panel’s own, by a program of its own.
  npm run log -- report FILE --html OUT
      A page to read and to print.
  npm run log -- diff A B
      What two logs have in common, where they part, and which actions ended differently.
      Exit code 0 when they agree or one continues the other, 1 when they differ.
  npm run log -- otlp FILE [--out FILE | --endpoint URL]
      Runs as OpenTelemetry spans (OTLP, JSON), written, sent to a collector, or printed.
  npm run log -- atif FILE [--out FOLDER]
      Runs as agent trajectories (ATIF v1.4), one file each, or printed one a line.

All but verify work on a whole log only, and end with verify's exit code when it is not.
`;

class UsageError extends Error {}

/** What a disk answers to somebody who mistyped a path. */
const FILE_WORDS = new Map([
  ['ENOENT', 'there is no such folder.'],
  ['ENOTDIR', 'a part of that path is a file, not a folder.'],
  ['EEXIST', 'there is a file of that name where a folder is needed.'],
  ['EISDIR', 'that is a folder, and a file is needed.'],
  ['EACCES', 'you may not write there.'],
  ['EROFS', 'you may not write there.'],
  ['ENOSPC', 'the disk is full.'],
]);

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${USAGE}`.trim());
    process.exitCode = 1;
  } else if (error instanceof Problem) {
    console.error(`Not whole, so nothing was made of it. ${error.message}\n${adviceFor(error.code)}`);
    process.exitCode = error.code;
  } else if (isFileError(error)) {
    console.error(`Nothing could be written to ${error.path}: ${FILE_WORDS.get(error.code)}`);
    process.exitCode = 1;
  } else throw error;
}

/** @param {string[]} args @returns {Promise<number>} the exit code */
async function run(args) {
  const { values, positionals } = readArguments(args);
  const [command, file, second, ...more] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (command === 'diff') {
    if (file === undefined || second === undefined || more.length > 0)
      throw new UsageError('diff needs two files.');
    return await (await import('./log/diff.mjs')).diffFiles(file, second);
  }
  if (file === undefined || second !== undefined) throw new UsageError('A command and one file are needed.');
  const { out, endpoint, html } = values;
  for (const target of [out, html])
    if (target && resolve(target) === resolve(file)) throw new UsageError('That would overwrite the log.');
  if (command === 'verify') {
    const { code, words } = await verifyFile(file, { key: values.key, head: readHead(values.head) });
    console.log(words);
    if (code !== 0) console.log(adviceFor(code));
    return code;
  }
  if (command === 'replay') return await (await import('./log/replay.mjs')).replayFile(file);
  if (command === 'report') {
    if (!html) throw new UsageError('Where to? Add --html OUT.');
    return await (await import('./log/report.mjs')).reportFile(file, html);
  }
  if (command === 'otlp') return await (await import('./log/otlp.mjs')).otlpFile(file, { out, endpoint });
  if (command === 'atif') return await (await import('./log/atif.mjs')).atifFile(file, { out });
  throw new UsageError(`There is no command ${JSON.stringify(command)}.`);
}

/** @param {string[]} args */
function readArguments(args) {
  const options = {
    key: { type: 'string' },
    head: { type: 'string' },
    html: { type: 'string' },
    out: { type: 'string' },
    endpoint: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  };
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** `--head 11:6026…` @param {string | undefined} text */
function readHead(text) {
  if (text === undefined) return undefined;
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text);
  if (!match) throw new UsageError('--head is SEQ:HASH, as verify prints it.');
  return { seq: Number(match[1]), hash: match[2] };
}

/** @param {unknown} error */
function isFileError(error) {
  return error instanceof Error && FILE_WORDS.has(error.code) && typeof error.path === 'string';
}
