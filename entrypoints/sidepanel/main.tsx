import '../shared/setup-zod';
import { createRoot } from 'react-dom/client';
import { createAgent } from '../../agent/index';
import { followActiveTab, onInvoked, onLoaded } from '../../bridge/browser-tabs';
import { onSitesChanged } from '../../bridge/permissions';
import { Panel } from '../../components/Panel';
import { lazyStore } from '../shared/lazy-store';
import { panelDeps } from '../shared/panel-deps';
import { reloadOnNewServer } from './reload';

/** `sidepanel.html?tabId=N` shows the panel for tab N; without it, for the active tab beside it. */
function wantedTab(): number | null {
  const text = new URLSearchParams(location.search).get('tabId');
  return text && /^\d+$/.test(text) ? Number(text) : null;
}

async function main(): Promise<void> {
  let sayUsable: () => void = () => undefined;
  const usable = new Promise<void>((resolve) => {
    sayUsable = resolve;
  });
  const store = lazyStore();
  const agent = createAgent(panelDeps(store, usable));
  const root = document.getElementById('root');
  if (!root) throw new Error('the panel has no root element');
  createRoot(root).render(<Panel store={agent.store} actions={agent.actions} activity={agent.activity} />);
  let followed = wantedTab();
  if (followed !== null) await agent.follow(followed);
  else {
    await followActiveTab((tabId) => {
      followed = tabId;
      return agent.follow(tabId);
    });
  }
  sayUsable();
  const again = (tabId: number | null): void => {
    if (tabId === followed) void agent.follow(tabId);
  };
  document.addEventListener('visibilitychange', () => void agent.keep());
  onLoaded(again);
  onInvoked(again);
  onSitesChanged(() => again(followed));
  const opened = await store();
  reloadOnNewServer(opened);
  await opened.recount();
  await agent.recover(
    opened.findings.map((finding) => finding.words),
    opened.isReadable,
  );
  const { checkInBackground } = await import('../shared/care');
  const words = await checkInBackground(opened);
  if (words.length > 0) agent.store.setState({ alert: words.join(' ') });
}

void main();
