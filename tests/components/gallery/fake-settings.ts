import type { SettingsActions, SiteRow } from '../../../components/settings/types';
import { DEFAULT_SETTINGS } from '../../../core/settings';

/** A settings page whose calls are written down. `server` starts with a server set, everything else as installed. */
export function fakeSettings(name: string): SettingsActions {
  const server = name === 'server';
  let sites: SiteRow[] = server
    ? [
        { host: '127.0.0.1:4173', session: true, hasToken: false, fixed: true },
        { host: 'desk.kite.example', session: false, hasToken: true, fixed: false },
      ]
    : [];
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
