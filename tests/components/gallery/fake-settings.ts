import type { SettingsActions, SiteNoteView, SiteRow, ToolRow } from '../../../components/settings/types';
import { DEFAULT_SETTINGS } from '../../../core/settings';

const TOOLS: ToolRow[] = [
  {
    name: 'look_up_order',
    title: 'Look up order …',
    version: 1,
    class: 'R0',
    undoWords: 'It only reads.',
    ceiling: null,
    origin: 'https://shop.kite.example',
    host: 'shop.kite.example',
    isAllowed: true,
    key: { identity: 'the support team’s key', hint: 'Shop → Settings → API keys.' },
    hasKey: true,
  },
  {
    name: 'refund_order',
    title: 'Refund … EUR of order …',
    version: 2,
    class: 'R4',
    undoWords: 'The money has left; only the customer can send it back.',
    ceiling: 'At most 50.00 EUR at a time and 80.00 EUR on one ticket.',
    origin: 'https://shop.kite.example',
    host: 'shop.kite.example',
    isAllowed: false,
    key: { identity: 'the support team’s key', hint: 'Shop → Settings → API keys.' },
    hasKey: false,
  },
];

const NOTE: SiteNoteView = {
  text: '# Kite desk\n\n## What a status means\n- Pending: the parcel is at customs\n\n## Never write\n- money back guarantee\n',
  origin: 'kite.md',
  updatedAt: '2026-03-02T09:00:00.000Z',
  words: '1 status explained, 1 phrase that is never written.',
};

/** A settings page whose calls are written down. `server` starts with a server set, everything else as installed. */
export function fakeSettings(name: string): SettingsActions {
  const server = name === 'server';
  let sites: SiteRow[] = server
    ? [
        { host: '127.0.0.1:4173', session: true, hasToken: false, fixed: true },
        { host: 'desk.kite.example', session: false, hasToken: true, fixed: false },
      ]
    : [];
  let tools: ToolRow[] = server ? TOOLS : [];
  let notes: Record<string, SiteNoteView> = server ? { 'desk.kite.example': NOTE } : {};
  window.calls = [];
  const note = (...words: string[]): void => void window.calls.push(words.join(' ').trim());
  return {
    async load() {
      const { version: _version, sites: _sites, ...form } = DEFAULT_SETTINGS;
      const set = {
        engine: 'openai-compatible' as const,
        serverUrl: 'https://api.example.com/v1',
        model: 'writer-large',
      };
      return { form: server ? { ...form, ...set } : form, hasKey: server };
    },
    async save(form, key) {
      note('save', JSON.stringify(form), JSON.stringify(key));
      return { ok: true, value: null };
    },
    async testConnection(form) {
      note('test', form.serverUrl);
      return form.serverUrl.includes('wrong')
        ? { ok: false, words: 'The model server does not answer. Check the address.' }
        : { ok: true, words: 'The server answered. The model “writer-large” is there.' };
    },
    isFreeServer: (url) => /127\.0\.0\.1|localhost/.test(url),
    async importKnowledge(files) {
      note('import', files.map((file) => file.name).join(','));
      return files.map((file) => ({ name: file.name, ok: true, words: '3 macros imported.' }));
    },
    listSites: async () => sites,
    async grant(host) {
      note('grant', host);
      sites = [...sites, { host, session: false, hasToken: false, fixed: false }];
      return { ok: true, value: null };
    },
    async revoke(host) {
      note('revoke', host);
      sites = sites.filter((site) => site.host !== host);
    },
    async setSession(host, session) {
      note('session', host, String(session));
      sites = sites.map((site) => (site.host === host ? { ...site, session } : site));
    },
    async setToken(host, token) {
      note('token', host, token);
      sites = sites.map((site) => (site.host === host ? { ...site, hasToken: token !== '' } : site));
      return { ok: true, value: null };
    },
    listTools: async () => tools,
    async addTool(file) {
      note('tool', file.name);
      if (file.name.includes('bad'))
        return {
          name: file.name,
          ok: false,
          words: 'This file cannot be read. “undo” is missing: a tool of class R3 says how it is taken back.',
        };
      tools = TOOLS;
      return { name: file.name, ok: true, words: '“refund_order” was added.' };
    },
    async removeTool(name) {
      note('remove tool', name);
      tools = tools.filter((tool) => tool.name !== name);
      return { ok: true, value: null };
    },
    async setToolKey(name, key) {
      note('tool key', name, key);
      tools = tools.map((tool) => (tool.name === name ? { ...tool, hasKey: key !== '' } : tool));
      return { ok: true, value: null };
    },
    async grantTool(origin) {
      note('grant tool', origin);
      tools = tools.map((tool) => (tool.origin === origin ? { ...tool, isAllowed: true } : tool));
      return { ok: true, value: null };
    },
    siteNote: async (host) => notes[host] ?? null,
    async setSiteNote(host, text, origin) {
      note('site note', host, text);
      const { [host]: _before, ...others } = notes;
      notes = text === '' ? others : { ...others, [host]: { ...NOTE, text, origin } };
      return { ok: true, value: notes[host] ?? null };
    },
    policyRules: () => [
      { id: 'sign', words: 'Nothing that changes a record runs without your click.' },
      { id: 'hold', words: 'A reply to a customer waits before it is sent and can be cancelled until then.' },
      {
        id: 'unknown',
        words: 'Text is never written into a box of which it is not certain who will read it.',
      },
    ],
    buildName: server ? 'e2e build: loopback sites are granted in advance' : 'Version 0.1.0',
  };
}
