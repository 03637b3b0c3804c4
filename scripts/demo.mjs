#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readOptions, UsageError } from './demo/options.mjs';

const USAGE = `Countersign at work beside the bundled demo helpdesk. No key, no account, no network.

  npm run demo                  with a display: opens a browser for you and waits until you close it;
                                without one: walks the whole job by itself
  npm run demo -- --headless    walks the whole job by itself, without a window
  npm run demo -- --walk        walks it in a window, to watch

  --port N     port of the demo helpdesk on this machine (default: any free one)
  --out DIR    where the walk leaves its pictures and files (default: demo-output)
  --help       this text

The walk: draft, insert, propose, approve and run, undo, export, verify. It ends with exit code 0 only if every
step was seen to hold by the helpdesk itself.
`;

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const known = ['UsageError', 'BuildError', 'Unmet'].includes(error.name);
  console.error(known ? error.message : error);
  process.exitCode = 1;
}

/** @param {string[]} args @returns {Promise<number>} the exit code */
async function run(args) {
  const options = readOptions(args);
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  if (!existsSync(`${root}/node_modules/playwright`))
    throw new UsageError('Run `npm ci` first: the demo needs what it installs.');
  const { buildIfStale } = await import('./demo/build.mjs');
  const extensionDir = buildIfStale(root);
  if (options.walk) return await (await import('./demo/walk.mjs')).walk({ ...options, extensionDir, root });
  return await (await import('./demo/show.mjs')).show({ ...options, extensionDir });
}
