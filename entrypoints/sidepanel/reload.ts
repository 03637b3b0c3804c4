import { connectSources } from '../../model/connect-policy';
import type { SettingsStore } from '../../storage/settings';

/**
 * A page that was narrowed to one model server cannot reach another for the rest of its life. When Settings name
 * another one, the panel is loaded anew; what was not sent is not sent, as when it is closed.
 */
export function reloadOnNewServer(settings: SettingsStore): void {
  settings.live().subscribe(({ settings: { engine, serverUrl } }) => {
    const narrowed = document.querySelector('meta[data-connect]')?.getAttribute('content');
    if (engine === 'offline' || !narrowed) return;
    if (narrowed !== connectSources([serverUrl])) location.reload();
  });
}
