#!/usr/bin/env node
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyFile } from './log/verify.mjs';

const USAGE = `Tools for an exported Countersign log. Nothing is sent anywhere.

  npm run log -- verify FILE [--key THUMBPRINT] [--head SEQ:HASH]
      Is it whole? Exit code 0 whole, 2 not this format, 3 chain broken, 4 signature,
      5 cut or gap, 6 content does not match its hash.
  npm run log -- replay FILE
      The state of every action, folded from the entries, as canonical JSON.
  npm run log -- report FILE --html OUT
      A page to read and to print.
`;

class UsageError extends Error {}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`.trim());
  process.exitCode = 1;
}

/** @param {string[]} args @returns {Promise<number>} the exit code */
async function run(args) {
  const { values, positionals } = readArguments(args);
  const [command, file, ...more] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (file === undefined || more.length > 0) throw new UsageError('A command and one file are needed.');
  if (command === 'verify') {
    const { code, words } = await verifyFile(file, { key: values.key, head: readHead(values.head) });
    console.log(words);
    return code;
  }
  if (command === 'replay') return await (await import('./log/replay.mjs')).replayFile(file);
  if (command === 'report') {
    if (!values.html) throw new UsageError('Where to? Add --html OUT.');
    if (resolve(values.html) === resolve(file)) throw new UsageError('The report would overwrite the log.');
    return await (await import('./log/report.mjs')).reportFile(file, values.html);
  }
  throw new UsageError(`There is no command ${JSON.stringify(command)}.`);
}

/** @param {string[]} args */
function readArguments(args) {
  const options = {
    key: { type: 'string' },
    head: { type: 'string' },
    html: { type: 'string' },
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
