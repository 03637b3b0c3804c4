import { labPage } from '../page';
import { composer } from '../parts/composer';

labPage('composer-ctrl-enter-sends-rich', (host) => composer(host, 'ctrl-enter-sends', false));
