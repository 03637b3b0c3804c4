import { mkdirSync, writeFileSync } from 'node:fs';
import { FILES, PORT } from './paths.mjs';

const SETTINGS = {
  rtname: 'desk.example',
  Organization: 'desk.example',
  CorrespondAddress: 'help@desk.example',
  CommentAddress: 'help-internal@desk.example',
  WebDomain: '127.0.0.1',
  WebPort: PORT,
  WebPath: '',
  Timezone: 'UTC',
  DatabaseType: 'SQLite',
  DatabaseName: FILES.database,
  // Outgoing mail is appended to files under `mail`; none leaves the machine.
  MailCommand: 'mbox',
  LogToSTDERR: 'warning',
  // Passwords and tokens are checked at every request of the API; here they guard nothing.
  BcryptCost: 4,
  DevelMode: 0,
};

/** A life cycle that a team made itself, for its queue Returns. */
const LIFECYCLE = `Set(%Lifecycles, returns => {
  initial => ['arrived'], active => ['being checked', 'waiting for parts'], inactive => ['paid back', 'deleted'],
  defaults => { on_create => 'arrived' },
  transitions => {
    '' => ['arrived'],
    'arrived' => ['being checked', 'deleted'],
    'being checked' => ['waiting for parts', 'paid back'],
    'waiting for parts' => ['being checked'],
    'paid back' => ['being checked'],
    'deleted' => [],
  },
  rights => { '* -> deleted' => 'DeleteTicket', '* -> *' => 'ModifyTicket' },
});`;

const quoted = (value) => `'${String(value).replace(/['\\]/g, '\\$&')}'`;

/** Writes RT's configuration and makes its folders. Returns the environment in which RT reads it. */
export function configure() {
  for (const folder of [FILES.configFolder, FILES.sessions, FILES.templates, FILES.mail]) {
    mkdirSync(folder, { recursive: true });
  }
  const lines = Object.entries(SETTINGS).map(([name, value]) => `Set($${name}, ${quoted(value)});`);
  const folders = { MasonDataDir: FILES.templates, MasonSessionDir: FILES.sessions, VarPath: FILES.mail };
  for (const [name, folder] of Object.entries(folders)) lines.push(`$RT::${name} = ${quoted(folder)};`);
  lines.push(LIFECYCLE, 'Set($LogToSyslog, undef);', 'Set($LogToFile, undef);', '1;');
  writeFileSync(FILES.config, `use utf8;\n${lines.join('\n')}\n`);
  return {
    ...process.env,
    LC_ALL: 'C.UTF-8',
    RT_SITE_CONFIG: FILES.config,
    RT_SITE_CONFIG_DIR: FILES.configFolder,
  };
}
