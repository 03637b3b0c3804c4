import type { Observation } from './observation';
import type { ReasonCode } from './reasons';
import type { SiteNote } from './site-note';
import type { Mode } from './words';

/** A tool as it is offered to a model: name, one sentence, JSON schema of the input. */
export interface ToolOffer {
  name: string;
  description: string;
  /** Strict JSON schema, `additionalProperties: false`, no target of any kind among its keys. */
  schema: Record<string, unknown>;
  /** The labels that its one argument may have here, where they do not stand on the page. */
  choices?: string[];
}

/** What an engine used, cited under the draft. */
export interface Source {
  kind: 'macro' | 'article' | 'past-reply' | 'ticket' | 'site-note';
  title: string;
  /** File or record it came from, with its date where known. */
  origin: string;
}

/** An earlier step of the same run: what the model asked for and what it was answered. */
export interface Turn {
  text: string;
  calls: { id: string; name: string; argumentsText: string; answer: string }[];
}

export interface EngineRequest {
  mode: Mode;
  /** Something else than the mode's own task is wanted. */
  task?: 'summary';
  instructions: string;
  /** The person's own text in the Draft box, to be improved rather than replaced; empty when none. */
  ownDraft: string;
  seen: Observation;
  /** The person's own note for this site: what things mean there, and what is never written. */
  siteNote: SiteNote | null;
  tools: ToolOffer[];
  turns: Turn[];
  signal: AbortSignal;
}

export type EngineEvent =
  | { type: 'text'; delta: string }
  | { type: 'source'; source: Source }
  /** A whole call: emitted only once its arguments are complete. */
  | { type: 'call'; id: string; name: string; argumentsText: string }
  | { type: 'usage'; inputTokens: number; outputTokens: number; costMicroUsd: number }
  | { type: 'waiting'; words: string }
  /** Last event. Without `reason` the answer is whole and its calls may be used. */
  | { type: 'end'; reason?: ReasonCode; detail?: string };

export interface Engine {
  readonly id: 'offline' | 'openai-compatible';
  /** For people: `Offline, no language model` or the model's name. */
  readonly label: string;
  /** For the run record. */
  readonly model: string;
  /** One step: one answer of the model. Ends with exactly one `end` event and never throws an expected failure. */
  step(request: EngineRequest): AsyncIterable<EngineEvent>;
}
