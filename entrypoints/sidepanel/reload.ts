import { connectSources } from '../../model/connect-policy';
import type { Store } from '../../storage/store';

/**
 * A page that was narrowed to some servers cannot reach another for the rest of its life. When Settings name
 * another one, the panel is loaded anew; what was not sent is not sent, as when it is closed.
 */
export function reloadOnNewServer({ settings, customTools }: Pick<Store, 'settings' | 'customTools'>): void {
  const compare = async (): Promise<void> => {
    const narrowed = document.querySelector('meta[data-connect]')?.getAttribute('content');
    if (!narrowed) return;
    const { connectOrigins } = await import('../shared/origins');
    const { settings: now } = await settings.get();
    if (narrowed !== connectSources(connectOrigins(now, await customTools.all()))) location.reload();
  };
  settings.live().subscribe(compare);
  customTools.live().subscribe(compare);
}
