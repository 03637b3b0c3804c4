import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILES, HERE, ROOT_PASSWORD, STATE } from './paths.mjs';

function step(name, command, args, env) {
  try {
    return execFileSync(command, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const words = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim().split('\n').slice(-12).join('\n');
    throw new Error(`Request Tracker: ${name} failed.\n${words || error.message}`);
  }
}

/** Removes a database with the files SQLite keeps beside it. */
export function removeDatabase() {
  for (const tail of ['', '-wal', '-shm', '-journal']) rmSync(FILES.database + tail, { force: true });
}

/** Makes the seeded database once; later starts copy it, which takes a moment instead of ten seconds. */
export function createSeeded(env, log) {
  if (existsSync(FILES.seeded)) return;
  log('Request Tracker: making the database and the seed');
  removeDatabase();
  const passwordFile = join(STATE, 'root-password');
  writeFileSync(passwordFile, ROOT_PASSWORD, { mode: 0o600 });
  const init = ['--action', 'init', '--skip-create', '--force', '--root-password-file', passwordFile];
  step('its database', '/usr/sbin/rt-setup-database-5', init, env);
  const seed = ['-I/usr/share/request-tracker5/lib', join(HERE, 'seed.pl'), join(HERE, 'seed.json')];
  step('the seed', 'perl', seed, env);
  copyFileSync(FILES.database, FILES.seeded);
}

/** Puts the seed in the place of whatever is there, and signs everybody out. */
export function restoreSeeded() {
  removeDatabase();
  rmSync(FILES.sessions, { recursive: true, force: true });
  rmSync(FILES.mail, { recursive: true, force: true });
  copyFileSync(FILES.seeded, FILES.database);
}
