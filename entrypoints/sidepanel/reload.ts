import { connectSources } from '../../model/connect-policy';
import type { SettingsStore } from '../../storage/settings';

/**
 * A page that was narrowed to some servers cannot reach another for the rest of its life. When Settings name
 * another one, the panel is loaded anew; what was not sent is not sent, as when it is closed.
 */
export function reloadOnNewServer(settings: SettingsStore): void {
  settings.live().subscribe(async ({ settings: now }) => {
    const narrowed = document.querySelector('meta[data-connect]')?.getAttribute('content');
    if (!narrowed) return;
    const { connectOrigins } = await import('../shared/origins');
    if (narrowed !== connectSources(connectOrigins(now))) location.reload();
  });
}
