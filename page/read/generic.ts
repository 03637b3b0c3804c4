import type { Observation } from '../../core/observation';
import { textIn } from './composer';
import type { LookContext } from './context';
import { documentView } from './document';
import { genericComposer } from './generic-composer';
import type { Sight } from './visible-text';

/** A page that no site file knows. */
export function observeGeneric(sight: Sight, context: LookContext, notes: string[]): Observation {
  const box = genericComposer(sight);
  const view = documentView(sight, context.documentId, box);
  return {
    ...view,
    system: 'Unknown page',
    account: '',
    composer: {
      ...view.composer,
      present: box !== null,
      text: box ? textIn(sight, box) : '',
    },
    notes: [...notes, 'No ticket or contact was recognised here. You can still draft, insert and copy.'],
  };
}
