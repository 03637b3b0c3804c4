import { labPage } from '../page';
import { composer } from '../parts/composer';

labPage('composer-autosaves-rich', (host) => composer(host, 'autosaves', false));
