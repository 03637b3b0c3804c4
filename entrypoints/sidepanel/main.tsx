import '../shared/setup-zod';
import { createRoot } from 'react-dom/client';
import { createAgent } from '../../agent/index';
import { followActiveTab, onLoaded } from '../../bridge/browser-tabs';
import { Panel } from '../../components/Panel';
import { openPanelStore, panelDeps } from '../shared/panel-deps';

/** `sidepanel.html?tabId=N` shows the panel for tab N; without it, for the active tab beside it. */
function wantedTab(): number | null {
  const text = new URLSearchParams(location.search).get('tabId');
  return text && /^\d+$/.test(text) ? Number(text) : null;
}

async function main(): Promise<void> {
  const store = await openPanelStore();
  const agent = createAgent(panelDeps(store));
  const root = document.getElementById('root');
  if (!root) throw new Error('the panel has no root element');
  createRoot(root).render(<Panel store={agent.store} actions={agent.actions} activity={agent.activity} />);
  const tab = wantedTab();
  let followed: number | null = tab;
  if (tab !== null) await agent.follow(tab);
  else
    followActiveTab((tabId) => {
      followed = tabId;
      void agent.follow(tabId);
    });
  onLoaded((tabId) => {
    if (tabId === followed) void agent.follow(tabId);
  });
  await agent.recover(store.findings.map((finding) => finding.words));
}

void main();
