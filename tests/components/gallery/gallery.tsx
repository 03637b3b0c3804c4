import { createRoot } from 'react-dom/client';
import { Panel } from '../../../components/Panel';
import { SettingsPage } from '../../../components/settings/SettingsPage';
import { fakePanel } from './fake-panel';
import { fakeSettings } from './fake-settings';
import { STATES } from './states';

/** `?state=NAME` shows the panel in that state; `?settings=NAME` the settings page. */
const query = new URLSearchParams(location.search);
const root = createRoot(document.querySelector('#root') ?? document.body);
const settings = query.get('settings');

if (settings !== null) {
  document.body.classList.add('settings-body');
  root.render(<SettingsPage actions={fakeSettings(settings)} />);
} else {
  const make = STATES[query.get('state') ?? ''];
  if (make === undefined) throw new Error(`No such state: ${query.get('state')}`);
  root.render(<Panel {...fakePanel(make())} />);
}
