import '../shared/setup-zod';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { LogPage } from '../../components/log/LogPage';
import { openPanelStore } from '../shared/open-store';
import { logActions } from './actions';

async function main(): Promise<void> {
  const store = await openPanelStore(browser.storage.local);
  const root = document.getElementById('root');
  if (!root) throw new Error('the log page has no root element');
  await store.recount();
  createRoot(root).render(<LogPage actions={logActions(store)} />);
}

void main();
