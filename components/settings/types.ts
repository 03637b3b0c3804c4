import type { Result } from '../../core/result';
import type { Settings } from '../../core/settings';
import type { EffectClass } from '../../core/words';

/** What the settings form holds. Sites are changed one by one, each at once, and the collector on the log page. */
export type SettingsForm = Omit<Settings, 'version' | 'sites' | 'collectorUrl'>;

/** A stored key is never shown again, so the form says what to do with it. */
export type KeyChange = { do: 'keep' } | { do: 'remove' } | { do: 'set'; key: string };

export interface LoadedSettings {
  form: SettingsForm;
  hasKey: boolean;
}

export interface SiteRow {
  /** Host with port. */
  host: string;
  session: boolean;
  /** An API token of this site is kept. */
  hasToken: boolean;
  /** Granted by the build itself: it cannot be revoked here. */
  fixed: boolean;
}

export interface ImportedFile {
  name: string;
  ok: boolean;
  /** "12 macros imported." or why not, for a person. */
  words: string;
}

export interface PolicyRuleView {
  id: string;
  /** The rule in one sentence. */
  words: string;
}

/** One tool that was added by a file. */
export interface ToolRow {
  name: string;
  /** What its card says, with gaps for what is filled in. */
  title: string;
  version: number;
  class: EffectClass;
  undoWords: string;
  /** What it may spend, in words; null when it moves no money. */
  ceiling: string | null;
  origin: string;
  host: string;
  isAllowed: boolean;
  /** Null when its server wants no key. */
  key: { identity: string; hint: string } | null;
  hasKey: boolean;
}

/** The note of one site, as it is shown. */
export interface SiteNoteView {
  text: string;
  origin: string;
  updatedAt: string;
  /** What was understood of it, in words. */
  words: string;
}

/** Everything the settings page can do. Calls that ask the browser for a site are made inside the person's click. */
export interface SettingsActions {
  load(): Promise<LoadedSettings>;
  save(form: SettingsForm, key: KeyChange): Promise<Result<null>>;
  /** Asks the server as the form stands, saved or not. `words` are what to tell the person. */
  testConnection(form: SettingsForm, key: KeyChange): Promise<{ ok: boolean; words: string }>;
  /** A server on this machine or in a private network, which costs nothing. */
  isFreeServer(serverUrl: string): boolean;
  importKnowledge(files: readonly File[]): Promise<ImportedFile[]>;
  listSites(): Promise<SiteRow[]>;
  /** Asks the browser for `host`; refused when the person says no. */
  grant(host: string): Promise<Result<null>>;
  revoke(host: string): Promise<void>;
  setSession(host: string, allowed: boolean): Promise<void>;
  /** Keeps a token, or removes it when it is empty. Asks the browser for the API's own host where it has one. */
  setToken(host: string, token: string): Promise<Result<null>>;
  listTools(): Promise<ToolRow[]>;
  /** Adds the tool of a file, in place of one of the same name; says everything that is wrong with it. */
  addTool(file: File): Promise<ImportedFile>;
  removeTool(name: string): Promise<Result<null>>;
  /** Keeps the key of a tool, or removes it when it is empty. */
  setToolKey(name: string, key: string): Promise<Result<null>>;
  /** Asks the browser for the server of a tool; called inside the click. */
  grantTool(origin: string): Promise<Result<null>>;
  siteNote(host: string): Promise<SiteNoteView | null>;
  /** Keeps the note of a site, or removes it when it is empty. */
  setSiteNote(host: string, text: string, origin: string): Promise<Result<SiteNoteView | null>>;
  policyRules(): PolicyRuleView[];
  /** "e2e build: loopback sites are granted in advance", or the version. */
  readonly buildName: string;
}
