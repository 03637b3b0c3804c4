import { labPage } from '../page';
import { composer } from '../parts/composer';

labPage('composer-enter-sends-rich', (host) => composer(host, 'enter-sends', false));
