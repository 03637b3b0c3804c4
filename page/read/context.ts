import type { Observation } from '../../core/observation';
import type { fillGaps } from './by-signs';
import type { Sight } from './visible-text';

/** Reads a page by general signs. */
export interface GeneralReader {
  read: (sight: Sight, context: LookContext, notes: string[]) => Observation;
  fillGaps: typeof fillGaps;
}

/** What a look is told from outside. */
export interface LookContext {
  /** The browser's id of this document. */
  documentId: string;
  /** The person allowed the page's own session for this host. Kept for the agent; the look does not use it. */
  sessionAllowed: boolean;
  /** For pages that no site file knows, or knows no longer. Without it such a page is read as a document. */
  general?: GeneralReader;
}
