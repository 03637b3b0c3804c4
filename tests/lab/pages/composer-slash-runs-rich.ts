import { labPage } from '../page';
import { composer } from '../parts/composer';

labPage('composer-slash-runs-rich', (host) => composer(host, 'slash-runs', false));
