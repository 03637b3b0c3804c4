import { ok, type Result } from '../../core/result';
import type { Store } from '../../storage/store';

/** Switches the use of a page's own session on or off for one host, and writes that down. */
export async function allowSession(store: Store, host: string, session: boolean): Promise<Result<void>> {
  const { settings } = await store.settings.get();
  const sites = [...settings.sites.filter((site) => site.host !== host), { host, session }];
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
