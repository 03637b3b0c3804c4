import { labPage } from '../page';
import { composer } from '../parts/composer';

labPage('composer-enter-sends-plain', (host) => composer(host, 'enter-sends', true));
