import { labPage } from '../page';
import { composer } from '../parts/composer';

labPage('composer-ctrl-enter-sends-plain', (host) => composer(host, 'ctrl-enter-sends', true));
