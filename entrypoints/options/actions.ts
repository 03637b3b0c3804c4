import { browser } from 'wxt/browser';
import { grantedPatterns, requestSite, revokeSite } from '../../bridge/permissions';
import type {
  ImportedFile,
  KeyChange,
  SettingsActions,
  SettingsForm,
  SiteRow,
} from '../../components/settings/types';
import { isLocalAddress } from '../../core/local-address';
import { ok, type Result, refuse } from '../../core/result';
import { RULES } from '../../policy/rules';
import { apiOrigin } from '../../sites/api/token';
import { siteOfHost } from '../../sites/registry';
import type { Store } from '../../storage/store';
import { allowSession, keepToken } from '../shared/site-settings';
import { noteActions } from './notes';
import { toolActions } from './tools';

declare const __E2E__: boolean;

/** The settings page's actions over the real store and the real browser. */
export function settingsActions(store: Store): SettingsActions {
  return {
    load: async () => {
      const { settings } = await store.settings.get();
      const { version: _version, sites: _sites, collectorUrl: _collector, ...form } = settings;
      return { form, hasKey: (await store.secrets.get('api-key')) !== null };
    },
    save: (form, key) => save(store, form, key),
    testConnection: async (form, key) => {
      const { testServer } = await import('../shared/mind');
      return await testServer(store, form, key.do === 'set' ? key.key : null);
    },
    isFreeServer: (serverUrl) => URL.canParse(serverUrl) && isLocalAddress(new URL(serverUrl).hostname),
    importKnowledge: async (files) => await Promise.all(files.map((file) => importFile(store, file))),
    listSites: () => listSites(store),
    grant: async (host) => {
      const origin = originFor(host);
      if (!(await requestSite(origin)))
        return refuse('no-permission', 'The browser was told not to allow it.');
      return await note(store, 'site.granted', origin);
    },
    revoke: async (host) => {
      // A host may have been granted over either scheme.
      for (const scheme of ['https', 'http']) await revokeSite(`${scheme}://${host}`);
      await store.secrets.remove(`token:${host}`);
      const { settings } = await store.settings.get();
      await store.settings.save({ ...settings, sites: settings.sites.filter((site) => site.host !== host) });
      await note(store, 'site.revoked', host);
    },
    setSession: async (host, allowed) => {
      await allowSession(store, host, allowed);
    },
    setToken: async (host, token) => {
      const api = siteOfHost(host)?.api?.token;
      const origin = api ? apiOrigin(api, originFor(host)) : originFor(host);
      if (token !== '' && origin !== originFor(host) && !(await requestSite(origin)))
        return refuse('no-permission', 'The browser was told not to allow the API’s own address.');
      const kept = await keepToken(store, host, token);
      return kept.ok ? ok(null) : kept;
    },
    ...toolActions(store),
    ...noteActions(store),
    policyRules: () => RULES.map(({ name, words }) => ({ id: name, words })),
    buildName: __E2E__
      ? 'e2e build: loopback sites are granted in advance'
      : `Countersign ${browser.runtime.getManifest().version}`,
  };
}

async function save(store: Store, form: SettingsForm, key: KeyChange): Promise<Result<null>> {
  const { settings } = await store.settings.get();
  const saved = await store.settings.save({ ...settings, ...form });
  if (!saved.ok) return saved;
  if (key.do !== 'keep') {
    const kept = await store.secrets.set('api-key', key.do === 'set' ? key.key : '');
    if (!kept.ok) return kept;
  }
  const written = await store.append({
    kind: 'settings.changed',
    runId: null,
    actor: { kind: 'user' },
    data: { setting: 'engine', engine: form.engine, model: form.model, holdSeconds: form.holdSeconds },
  });
  return written.ok ? ok(null) : written;
}

async function note(
  store: Store,
  kind: 'site.granted' | 'site.revoked',
  origin: string,
): Promise<Result<null>> {
  const written = await store.append({ kind, runId: null, actor: { kind: 'user' }, data: { origin } });
  return written.ok ? ok(null) : written;
}

/** A loopback server has no certificate; everything else is asked for over https. */
function originFor(host: string): string {
  const scheme = /^(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(host) ? 'http' : 'https';
  return `${scheme}://${host}`;
}

async function importFile(store: Store, file: File): Promise<ImportedFile> {
  const { importFileText } = await import('../shared/mind');
  const result = await importFileText(store, file);
  return { name: file.name, ok: result.ok, words: result.words };
}

async function listSites(store: Store): Promise<SiteRow[]> {
  const { settings } = await store.settings.get();
  const required = new Set(browser.runtime.getManifest().host_permissions ?? []);
  const rows = new Map<string, SiteRow>();
  for (const pattern of await grantedPatterns()) {
    const host = /^[^:]+:\/\/([^/]+)\//.exec(pattern)?.[1];
    if (host) rows.set(host, { host, session: false, hasToken: false, fixed: required.has(pattern) });
  }
  for (const site of settings.sites) {
    const row = rows.get(site.host) ?? { host: site.host, session: false, hasToken: false, fixed: __E2E__ };
    rows.set(site.host, { ...row, session: site.session, hasToken: site.token ?? false });
  }
  return [...rows.values()].sort((a, b) => a.host.localeCompare(b.host));
}
