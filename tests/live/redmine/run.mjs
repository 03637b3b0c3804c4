import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canInstallPackages, installPackages, missingPackages } from '../../../scripts/browser/apt.mjs';

// The general reader against a real Redmine, which no file of ours names: installs it from Debian, seeds one ticket,
// reads it and writes a draft into its box. For root on Debian: `node tests/live/redmine/run.mjs`. Takes about a minute.
const PACKAGES = ['redmine', 'redmine-sqlite', 'ruby-webrick'];
const PORT = 18082;
const SITE = 'countersign';
const ROOT = new URL('../../..', import.meta.url).pathname;
const HERE = new URL('.', import.meta.url).pathname;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const instance = `/var/lib/redmine/${SITE}`;
const env = {
  ...process.env,
  X_DEBIAN_SITEID: SITE,
  RAILS_ENV: 'production',
  REDMINE_LANG: 'en',
  SCHEMA: `${instance}/schema.rb`,
};
const asWeb = (command) => [
  'www-data',
  '-s',
  '/bin/sh',
  '-m',
  '-c',
  `cd /usr/share/redmine && bundle exec ${command}`,
];

function must(command) {
  const done = spawnSync('su', asWeb(command), { env, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command}\n${done.stdout}${done.stderr}`.slice(-2_000));
  return done.stdout;
}

function prepare() {
  if (!existsSync('/usr/share/redmine') || missingPackages(PACKAGES).length > 0) {
    if (!canInstallPackages()) throw new Error(`Missing: sudo apt-get install ${PACKAGES.join(' ')}`);
    installPackages(PACKAGES, console.error);
  }
  for (const name of ['config', 'files', 'log', 'public', 'tmp'])
    mkdirSync(join(instance, name), { recursive: true });
  const database = join(instance, 'redmine.sqlite3');
  writeFileSync(
    join(instance, 'config/database.yml'),
    `production:\n  adapter: sqlite3\n  database: ${database}\n`,
  );
  writeFileSync(join(instance, 'config/secret_key.txt'), 'only-for-a-try-on-loopback-'.repeat(4));
  spawnSync('chown', ['-R', 'www-data', instance]);
  if (!existsSync(database)) {
    must('rake db:migrate');
    must('rake redmine:load_default_data');
  }
}

/** Its own user reads the files from a place that it can see. */
function shared() {
  const folder = mkdtempSync(join(tmpdir(), 'redmine-'));
  chmodSync(folder, 0o755);
  for (const name of ['seed.rb', 'server.rb']) cpSync(join(HERE, name), join(folder, name));
  return folder;
}

async function main() {
  prepare();
  const folder = shared();
  const issue = /issue (\d+)/.exec(must(`rails runner ${folder}/seed.rb`))?.[1];
  const server = spawn('su', asWeb(`ruby ${folder}/server.rb`), {
    env: { ...env, PORT: String(PORT), RAILS_SERVE_STATIC_FILES: '1' },
    detached: true,
    stdio: 'ignore',
  });
  try {
    const origin = `http://127.0.0.1:${PORT}`;
    for (let tries = 0; ; tries += 1) {
      const up = await fetch(`${origin}/login`).catch(() => null);
      if (up?.ok) break;
      if (tries > 120) throw new Error(`Redmine does not answer on ${origin}.`);
      await pause(500);
    }
    const config = ['--config', 'tests/live/redmine/vitest.config.ts'];
    const told = { ...process.env, REDMINE_ISSUE: `${origin}/issues/${issue}` };
    return spawnSync('npx', ['--no-install', 'vitest', 'run', ...config], {
      cwd: ROOT,
      env: told,
      stdio: 'inherit',
    }).status;
  } finally {
    process.kill(-server.pid, 'SIGTERM');
  }
}

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  return 1;
});
