import type { FromPage, ToPage } from '../bridge/messages';
import type { Article } from '../core/article';
import type { Engine } from '../core/engine';
import type { Macro } from '../core/macro';
import type { Observation } from '../core/observation';
import type { Http } from '../core/ports';
import type { Result } from '../core/result';
import type { SiteNote } from '../core/site-note';
import type { KnowledgeSearch } from '../core/tool';
import type { Drafts } from '../storage/drafts';
import type { Live } from '../storage/live';
import type { Log } from '../storage/log';
import type { LogReader } from '../storage/read';
import type { SettingsRead } from '../storage/settings';
import type { OwnTools } from './view';

/** The tools that an admin added by files. */
export interface CustomTools {
  /** Reads the files anew and puts their tools among the others. */
  load(): Promise<void>;
  /** What they offer on what is seen, for the record region. */
  offered(seen: Observation): Promise<OwnTools>;
  /**
   * The way to a tool's server for one action. Refused without the person's leave for that host, without the key that
   * the tool wants, and when the file is another one than that of `digest`.
   */
  http(tool: { name: string; digest: string }, key: string, signed: string | null): Promise<Result<Http>>;
}

/** One document of one tab. */
export interface PageAddress {
  tabId: number;
  documentId: string;
}

/** How the panel reaches pages: the bridge, behind an interface so that the walk can be driven without a browser. */
export interface Pages {
  attach(tabId: number): Promise<Result<PageAddress>>;
  ask(page: PageAddress, message: ToPage): Promise<Result<FromPage>>;
  watch(page: PageAddress, on: { changed(): void; gone(): void }): () => void;
}

/** The tab beside the panel. */
export interface Tabs {
  /** Address of the tab as far as the extension may know it; empty when it may not. */
  urlOf(tabId: number): Promise<string>;
  load(tabId: number, url: string): Promise<void>;
  /** Resolves when the tab has finished loading, or false after the time limit (ms). */
  settled(tabId: number, limitMs: number): Promise<boolean>;
}

export interface Permissions {
  has(origin: string): Promise<boolean>;
  /** Must be called inside the click. */
  request(origin: string): Promise<boolean>;
}

export interface Clock {
  now(): number;
  /** Monotonic, same origin as `performance.now()`. */
  mono(): number;
}

export interface AgentDeps {
  log: Log;
  reader: LogReader;
  /** How many entries there are, again whenever the log grows, in any panel. */
  liveEnd(): Live<number>;
  /** What was being written, by record. */
  drafts: Pick<Drafts, 'get' | 'save' | 'remove'>;
  settings: {
    get(): Promise<SettingsRead>;
    setSession(host: string, allowed: boolean): Promise<Result<void>>;
  };
  /** The whole log as a file; loaded when needed. */
  exportLog(): Promise<{ name: string; file: Blob }>;
  /** The engine the person chose; loaded when needed. */
  engine(): Promise<Result<Engine>>;
  search: KnowledgeSearch;
  /** The person's own macros as they would be on this ticket: blanks are filled, nothing is done. */
  macros(seen: Observation): Promise<Macro[]>;
  /** The articles of the person's knowledge. */
  articles(): Promise<Article[]>;
  /** Hosts that the person's own knowledge names, so that their links raise no warning. */
  knownHosts(): Promise<string[]>;
  /** The person's own note for a host, if there is one. */
  siteNote(host: string): Promise<SiteNote | null>;
  customTools: CustomTools;
  pages: Pages;
  tabs: Tabs;
  permissions: Permissions;
  clock: Clock;
  newId(): string;
  /** Words on the toolbar button; empty to clear. */
  badge(text: string): void;
  extensionVersion: string;
  /** Resolves when the panel can be used; what is not needed for that is loaded after it. */
  usable: Promise<void>;
  /** Runs `work` while nobody else (no other panel) works under this name; null when somebody does. */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T | null>;
  /** Names that are being worked under now, in any panel. */
  heldNames(): Promise<string[]>;
}
