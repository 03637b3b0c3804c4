import { labPage } from '../page';
import { composer } from '../parts/composer';

labPage('composer-autosaves-plain', (host) => composer(host, 'autosaves', true));
