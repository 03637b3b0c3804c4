import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { canInstallPackages, installPackages, missingPackages } from '../../../scripts/browser/apt.mjs';
import { endAltering, restoreTables } from './alter.mjs';
import { configure } from './configure.mjs';
import { createSeeded, isSeeded, restoreSeeded } from './create.mjs';
import { FILES, ORIGIN, PACKAGES, PORT, STATE } from './paths.mjs';
import { runningServer, stop } from './stop.mjs';

const SERVER = '/usr/share/request-tracker5/libexec/rt-server';
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Installs Request Tracker from Debian, or says what to install. */
export function install(log = console.error) {
  if (existsSync(SERVER) && (!existsSync('/usr/bin/dpkg') || missingPackages(PACKAGES).length === 0)) return;
  if (!canInstallPackages()) {
    throw new Error(
      `Request Tracker 5 is missing. On Debian or Ubuntu:\n  sudo apt-get install ${PACKAGES.join(' ')}`,
    );
  }
  installPackages(PACKAGES, log);
}

async function answers(pid) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    // a worker that ends takes the request it was given with it
    const signal = AbortSignal.timeout(5_000);
    const answer = await fetch(`${ORIGIN}/NoAuth/Login.html`, { signal }).catch((error) => error);
    const runs = runningServer()?.pid === pid;
    if (answer instanceof Response && answer.ok && runs) return;
    if (answer instanceof Response && !runs)
      throw new Error(`Something else answers on ${ORIGIN} already. Stop it, then try again.`);
    if (Date.now() > deadline || !runs) {
      const words = readFileSync(FILES.log, 'utf8').trim().split('\n').slice(-12).join('\n');
      throw new Error(`Request Tracker does not answer on ${ORIGIN}.\n${words}`);
    }
    await pause(100);
  }
}

function spawnServer(env) {
  const out = openSync(FILES.log, 'w');
  // A kept connection holds a worker for a second; a browser keeps six, and every look would wait for one.
  const workers = ['--workers', '4', '--keepalive', '0'];
  const args = ['--server', 'Starman', ...workers, '--host', '127.0.0.1', '--port', String(PORT)];
  const child = spawn(SERVER, args, { env, detached: true, stdio: ['ignore', out, out] });
  child.unref();
  writeFileSync(FILES.pid, JSON.stringify({ pid: child.pid, port: PORT }));
  return child.pid;
}

/**
 * Installs, seeds and starts Request Tracker 5 on loopback. With `fresh` it goes back to the seed; one that runs goes
 * on running, with its pages compiled.
 * @returns its origin, `http://127.0.0.1:18081`
 */
export async function start({ fresh = false, log = console.error } = {}) {
  mkdirSync(STATE, { recursive: true });
  install(log);
  const running = runningServer();
  const restart = running?.port !== PORT || !isSeeded();
  if (restart) {
    endAltering();
    if (running !== null) await stop();
  }
  const env = configure();
  createSeeded(env, log);
  if (!restart && fresh) await restoreTables(FILES.seeded);
  else if (fresh || !existsSync(FILES.database)) {
    restoreSeeded();
    configure();
  }
  const server = runningServer();
  await answers(server === null ? spawnServer(env) : server.pid);
  return ORIGIN;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const began = Date.now();
  const origin = await start({ fresh: process.argv.includes('--fresh') });
  console.log(`${origin}/ is ready after ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
