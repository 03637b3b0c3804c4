import { browser } from 'wxt/browser';
import { type AnchorPort, anchorIn } from '../../storage/anchor';
import { placeIn } from '../../storage/place';
import { openStore, type Store } from '../../storage/store';

/** Everything that is kept on this machine; the end of the log is remembered in `area` as well. */
export function openPanelStore(area: Parameters<typeof anchorIn>[0]): Promise<Store> {
  const anchor: AnchorPort = anchorIn(area);
  return openStore({ anchor, place: placeIn(area), extensionVersion: browser.runtime.getManifest().version });
}
