import { ok, type Result } from '../../core/result';
import type { Store } from '../../storage/store';

/** Switches the use of a page's own session on or off for one host, and writes that down. */
export async function allowSession(store: Store, host: string, session: boolean): Promise<Result<void>> {
  const { settings } = await store.settings.get();
  const before = settings.sites.find((site) => site.host === host);
  const sites = [...settings.sites.filter((site) => site.host !== host), { ...before, host, session }];
  const saved = await store.settings.save({ ...settings, sites });
  if (!saved.ok) return saved;
  const written = await store.append({
    kind: 'settings.changed',
    runId: null,
    actor: { kind: 'user' },
    data: { setting: 'session', host, allowed: session },
  });
  return written.ok ? ok(undefined) : written;
}

/** Keeps a token for one host among the secrets, or removes it when it is empty; the log knows only that. */
export async function keepToken(store: Store, host: string, token: string): Promise<Result<void>> {
  const kept = await store.secrets.set(`token:${host}`, token);
  if (!kept.ok) return kept;
  const { settings } = await store.settings.get();
  const before = settings.sites.find((site) => site.host === host) ?? { host, session: false };
  const sites = [...settings.sites.filter((site) => site.host !== host), { ...before, token: token !== '' }];
  const saved = await store.settings.save({ ...settings, sites });
  if (!saved.ok) return saved;
  const written = await store.append({
    kind: 'settings.changed',
    runId: null,
    actor: { kind: 'user' },
    data: { setting: 'token', host, kept: token !== '' },
  });
  return written.ok ? ok(undefined) : written;
}
