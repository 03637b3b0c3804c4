import { labPage } from '../page';
import { composer } from '../parts/composer';

labPage('composer-slash-runs-plain', (host) => composer(host, 'slash-runs', true));
