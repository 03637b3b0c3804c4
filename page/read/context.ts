import type { GenericWords } from '../../core/generic-words';

/** What a look is told from outside. */
export interface LookContext {
  /** The browser's id of this document. */
  documentId: string;
  /** The person allowed the page's own session for this host. Kept for the agent; the look does not use it. */
  sessionAllowed: boolean;
  /** What helpdesks call things, for pages that no site file knows. Without it such a page is read as a document. */
  words?: GenericWords;
}
