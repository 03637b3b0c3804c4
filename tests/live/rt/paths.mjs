import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const HERE = dirname(fileURLToPath(import.meta.url));

/** Where the database, the sessions, the mail and the logs of this Request Tracker are. Not under version control. */
export const STATE = resolve(process.env.STATE ?? join(HERE, '..', 'state'), 'rt');

export const PORT = Number(process.env.RT_PORT ?? 18081);
export const ORIGIN = `http://127.0.0.1:${PORT}`;

export const FILES = {
  config: join(STATE, 'RT_SiteConfig.pm'),
  configFolder: join(STATE, 'site.d'),
  database: join(STATE, 'rt.sqlite'),
  seeded: join(STATE, 'seeded.sqlite'),
  /** What the seed printed: tokens, which RT shows once and keeps as a hash. */
  said: join(STATE, 'seeded.txt'),
  /** Of which seed it was made. */
  seedOf: join(STATE, 'seeded.sha256'),
  sessions: join(STATE, 'sessions'),
  templates: join(STATE, 'templates'),
  mail: join(STATE, 'mail'),
  log: join(STATE, 'server.log'),
  pid: join(STATE, 'server.json'),
};

export const ROOT_PASSWORD = 'root-on-loopback';

/** How a script of ours runs with RT's own code. */
export const PERL = ['perl', '-I/usr/share/request-tracker5/lib'];

/** What Debian's Request Tracker needs to run from SQLite on its own little web server. */
export const PACKAGES = [
  'request-tracker5',
  'rt5-db-sqlite',
  'rt5-standalone',
  'starman',
  'dbconfig-no-thanks',
  // Any mail transport satisfies the dependency; this one runs no service, and no mail is sent anyway.
  'msmtp-mta',
  'w3m',
];
