import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILES, HERE, PERL, ROOT_PASSWORD, STATE } from './paths.mjs';

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

function digestOfSeed() {
  const hash = createHash('sha256');
  for (const name of ['seed.pl', 'seed.json', 'configure.mjs']) hash.update(readFileSync(join(HERE, name)));
  return hash.digest('hex');
}

/** The seeded database is there, and was made of the seed as it is now. */
export function isSeeded() {
  const files = [FILES.seeded, FILES.said, FILES.seedOf];
  return files.every((file) => existsSync(file)) && readFileSync(FILES.seedOf, 'utf8') === digestOfSeed();
}

/** Makes the seeded database once; later starts copy it, which takes a moment instead of ten seconds. */
export function createSeeded(env, log) {
  if (isSeeded()) return;
  log('Request Tracker: making the database and the seed');
  removeDatabase();
  const passwordFile = join(STATE, 'root-password');
  writeFileSync(passwordFile, ROOT_PASSWORD, { mode: 0o600 });
  const init = ['--action', 'init', '--skip-create', '--force', '--root-password-file', passwordFile];
  step('its database', '/usr/sbin/rt-setup-database-5', init, env);
  const [perl, ...withCode] = PERL;
  const seed = [...withCode, join(HERE, 'seed.pl'), join(HERE, 'seed.json')];
  writeFileSync(FILES.said, step('the seed', perl, seed, env), { mode: 0o600 });
  copyFileSync(FILES.database, FILES.seeded);
  writeFileSync(FILES.seedOf, digestOfSeed());
}

/** Puts the seed in the place of whatever is there, and signs everybody out. */
export function restoreSeeded() {
  removeDatabase();
  rmSync(FILES.sessions, { recursive: true, force: true });
  rmSync(FILES.mail, { recursive: true, force: true });
  copyFileSync(FILES.seeded, FILES.database);
}
