import { labPage } from '../page';
import { composer } from '../parts/composer';

labPage('composer-mention-adds-rich', (host) => composer(host, 'mention-adds', false));
