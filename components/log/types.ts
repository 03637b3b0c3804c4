import type { Result } from '../../core/result';
import type { RunTrace } from '../../core/trace';

/** Which part of the log. */
export type Part =
  | { of: 'all' }
  | { of: 'run'; runId: string }
  | { of: 'record'; recordKey: string }
  /** ISO, inclusive. */
  | { of: 'time'; from: string; to: string };

export interface ExportChoice {
  part: Part;
  contents: 'all' | 'none' | 'redacted';
  form: 'jsonl' | 'csv' | 'html';
}

/** A run in the list. */
export interface RunLine {
  runId: string;
  at: string;
  taskType: string;
  recordWords: string;
  recordKey: string | null;
}

/** Where a trace is read from: our log, or a file. */
export interface TraceView {
  trace: RunTrace;
  /** Null for a text that was erased or is not there. */
  text(hash: string): Promise<string | null>;
}

/** Somebody else's log, verified and opened to be read. */
export interface OpenedLog {
  name: string;
  /** "Whole: 29 entries, exported on …, key …". */
  words: string;
  runs: RunLine[];
  trace(runId: string): TraceView | null;
}

/** What would go when a person is erased. */
export interface PersonWords {
  /** Opaque; handed back to `erase`. */
  plan: unknown;
  texts: number;
  naming: number;
  records: string[];
  drafts: number;
  knowledge: string[];
  settings: number;
  undoLost: number;
  staying: number;
}

export interface OldTextsWords {
  plan: unknown;
  texts: number;
  undoLost: number;
}

export interface LogReport {
  whole: boolean;
  /** One sentence per finding, or one that all is well. */
  words: string[];
}

/** A log that was left for a new one. */
export interface LeftWords {
  name: string;
  /** "Left on 3 March 2026, with 214 entries". */
  words: string;
}

/** Everything the log page can do. Refusals come with words for a person. */
export interface LogActions {
  runs(limit: number): Promise<RunLine[]>;
  trace(runId: string): Promise<TraceView | null>;
  /** The file, for the browser to save. */
  exportPart(choice: ExportChoice): Promise<Result<{ name: string; file: Blob }>>;
  openFile(file: File): Promise<Result<OpenedLog>>;
  findPerson(names: readonly string[]): Promise<PersonWords>;
  erasePerson(found: PersonWords, scope: 'records' | 'naming'): Promise<Result<string>>;
  findOld(before: string, kinds: readonly string[] | null): Promise<OldTextsWords>;
  /** The stretch of the log in which they stand: to be saved before they are removed. */
  exportOld(found: OldTextsWords): Promise<Result<{ name: string; file: Blob }>>;
  removeOld(found: OldTextsWords): Promise<Result<string>>;
  /** How much room the log has, and whether the browser keeps it. */
  room(): Promise<string>;
  checkChain(progress: (share: number) => void): Promise<LogReport>;
  /** What was noticed when the log was opened, in words. */
  readonly findings: readonly string[];
  acknowledge(): Promise<Result<string>>;
  /** The log that is here cannot be written, and a new one can be begun beside it. */
  readonly mayBeginBeside: boolean;
  beginBeside(): Promise<Result<string>>;
  readonly left: readonly LeftWords[];
  exportLeft(name: string): Promise<Result<{ name: string; file: Blob }>>;
  removeLeft(name: string): Promise<Result<string>>;
  collector(): Promise<string>;
  saveCollector(url: string): Promise<Result<string>>;
}
