import type { Part } from '../../bridge/parts';
import { SHELF } from '../../bridge/shelf';
import type { SiteDescriptor } from '../../core/site';
import type { FieldFamily } from '../../page/fields/field';
import type { GeneralReader } from '../../page/read/context';
import type { Drafts } from '../../page/write/drafts';
import type { Forms } from '../../page/write/forms';
import type { changedBy, readHistory } from '../../sites/api/history';
import type { readMacros } from '../../sites/api/macros';
import type { mergeLooks } from '../../sites/api/merge';
import type { lookOverApi } from '../../sites/api/reader';
import type { sessionTransport } from '../../sites/api/session';
import type { createApiWriter } from '../../sites/api/writer';
import type * as EYES from './eyes';

/** The helpdesk's own API, asked from within its page. */
export interface SessionPart {
  createApiWriter: typeof createApiWriter;
  lookOverApi: typeof lookOverApi;
  mergeLooks: typeof mergeLooks;
  changedBy: typeof changedBy;
  readHistory: typeof readHistory;
  readMacros: typeof readMacros;
  sessionTransport: typeof sessionTransport;
}

interface Parts {
  /** Of the first script itself. */
  eyes: typeof EYES;
  general: GeneralReader;
  widgets: readonly FieldFamily[];
  forms: Forms;
  session: SessionPart;
  drafts: Drafts;
  world: true;
  [site: `site:${string}`]: SiteDescriptor;
}

const key = Symbol.for(SHELF);
const here = globalThis as unknown as Record<symbol, Partial<Parts> | undefined>;

/** What was brought into this document so far; the scripts of one document share it. */
export function part<Name extends Part & keyof Parts>(name: Name): Parts[Name] | undefined {
  return here[key]?.[name];
}

/** For the scripts that bring a part. */
export function provide<Name extends keyof Parts>(name: Name, value: Parts[Name]): void {
  here[key] = { ...here[key], [name]: value };
}
