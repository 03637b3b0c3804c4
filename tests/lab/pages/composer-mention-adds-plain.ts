import { labPage } from '../page';
import { composer } from '../parts/composer';

labPage('composer-mention-adds-plain', (host) => composer(host, 'mention-adds', true));
