import type { RecordPage } from '../../core/site';
import { standsIn } from '../editors';
import { editorOn, insertDraft, takeDraftBack } from './draft';
import { post } from './post';
import { staysThere } from './stays';

/** The draft that was put into the box of this page stays there; see {@link staysThere}. */
const stays = (doc: Document, page: () => RecordPage | null, restore: string): Promise<boolean> =>
  staysThere(
    doc,
    () => editorOn(doc, page()),
    (found) => standsIn(found, restore),
  );

/** What works a reply box and its editor. */
export const DRAFTS = { insertDraft, takeDraftBack, post, stays };
export type Drafts = typeof DRAFTS;
