import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { configure } from './configure.mjs';
import { HERE, PERL } from './paths.mjs';

/** The one process that changes things past the browser; its answers come in the order of what it was told. */
let helper = null;

function startHelper() {
  const [perl, ...withCode] = PERL;
  const child = spawn(perl, [...withCode, join(HERE, 'alter.pl')], {
    env: configure(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // it ends when its input does, and never keeps a run waiting
  for (const part of [child, child.stdin, child.stdout]) part.unref();
  const waiting = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line));
  child.on('exit', () => {
    helper = null;
    for (const answer of waiting.splice(0)) answer('its helper ended');
  });
  return { child, waiting };
}

async function alter(...words) {
  helper ??= startHelper();
  const { child, waiting } = helper;
  child.stdout.ref();
  const answer = await new Promise((resolve) => {
    waiting.push(resolve);
    child.stdin.write(`${JSON.stringify(words)}\n`);
  });
  if (waiting.length === 0) child.stdout.unref();
  if (answer !== 'ok') throw new Error(`Request Tracker: ${words.join(' ')}: ${answer}`);
}

/** Ends the helper: before the database that it has open is replaced. */
export function endAltering() {
  helper?.child.stdin.end();
  helper = null;
}

/** Gives a right in the queue to all agents, or takes it away. */
export const changeRight = (what, right) => alter('right', what, right);

/** Somebody's language (`Lang`), or another of RT's preferences; without a value RT's own choice holds again. */
export const changePreference = (login, name, value) =>
  name === 'Lang' ? alter('lang', login, value ?? '') : alter('prefer', login, name, value ?? null);

/** Writes so many comments at once, without the mails that each would cause. */
export const writeNotes = (id, count) => alter('notes', id, count);

/** Every table as it is in another database, while RT runs. */
export const restoreTables = (file) => alter('restore', file);
