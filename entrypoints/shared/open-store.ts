import { browser } from 'wxt/browser';
import { type AnchorPort, anchorIn } from '../../storage/anchor';
import { filesIn } from '../../storage/file-place';
import { placeIn } from '../../storage/place';
import { openStore, type Store } from '../../storage/store';
import { idle } from './idle';

/** Everything that is kept on this machine; the end of the log is remembered in `area` as well. */
export async function openPanelStore(area: Parameters<typeof anchorIn>[0]): Promise<Store> {
  const anchor: AnchorPort = anchorIn(area);
  const files = filesIn(navigator.storage, navigator.locks);
  const { version } = browser.runtime.getManifest();
  const store = await openStore({ anchor, place: placeIn(area), files, extensionVersion: version });
  // A page that was closed during an export may have left a file.
  void idle().then(() => files.clear('left'));
  return store;
}
