import type { Entry } from '../../core/entry';

/** What a report says about where it comes from. */
export interface ReportHead {
  exportedAt: string;
  installationId: string;
  /** In words: "the whole log", or which part. */
  part: string;
  entryCount: number;
  fromSeq: number;
  toSeq: number;
  /** Which texts are shown, in words. */
  texts: string;
  /** Hash of the last entry, and the thumbprint of the key that signed; null where neither was checked. */
  checked: { head: string; key: string; isWholeLog: boolean } | null;
}

/** Where the entries and texts come from: the store, or a file. */
export interface ReportSource {
  head: ReportHead;
  /** By seq; called twice, so that a long log is never all in memory. */
  entries(): AsyncIterable<Entry>;
  /** Null when the text is not there. */
  text(hash: string): Promise<string | null>;
  /** How `data` and account are shown. */
  shown(text: string): string;
}
