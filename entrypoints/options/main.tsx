import '../shared/setup-zod';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { SettingsPage } from '../../components/settings/SettingsPage';
import { openPanelStore } from '../shared/open-store';
import { settingsActions } from './actions';

async function main(): Promise<void> {
  const store = await openPanelStore(browser.storage.local);
  const root = document.getElementById('root');
  if (!root) throw new Error('the settings page has no root element');
  createRoot(root).render(<SettingsPage actions={settingsActions(store)} />);
}

void main();
