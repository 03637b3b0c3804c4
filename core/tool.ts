import type * as z from 'zod/mini';
import type { Article } from './article';
import type { Macro } from './macro';
import type { FieldState, Message, Observation } from './observation';
import type { Guard, Http, Ports, WriteAnswer } from './ports';
import type { Precondition } from './precondition';
import type { ReasonCode } from './reasons';
import type { Result } from './result';
import type { WriteOperation } from './site-api';
import type { Mode } from './words';

/** One thing that changes, in words and values: what the card shows and the receipt proves. */
export interface Change {
  field: string;
  before: string | null;
  after: string | null;
}

/** A call of a tool that no model made: undo, or a click on Insert. */
export interface ToolSeed {
  tool: string;
  input: unknown;
}

/** What the log kept of an action that was done: enough to make its compensation. */
export interface ReceiptView<Input> {
  input: Input;
  before: Change[];
  messageKey: string | null;
  restore: string | null;
  /** The class after the site's own raise. */
  class: string;
}

interface Common<Input> {
  readonly name: string;
  readonly version: number;
  /** For the model and for people: one sentence. */
  readonly description: string;
  /** `title({tag: 'vip'})` → `Add the tag “vip”`. */
  readonly title: (input: Input) => string;
  readonly input: z.ZodMiniType<Input>;
  /** Modes in which a model may ask for it; none for tools that only a person's click or undo uses. */
  readonly offeredIn: readonly Mode[];
  readonly audience: 'none' | 'team' | 'customer';
  readonly externalEffect: 'none' | 'possible' | 'certain';
  readonly money: boolean;
  /** The right that the account in the helpdesk needs, as it goes on after “the right to”. */
  readonly right: string;
  /** Why it may say no, beside what may stop any tool (`ANY_TOOL`). A closed list; `core/reasons.ts` has the words. */
  readonly errors: readonly ReasonCode[];
  /** `calls`: how often a model may ask for it in one run. `ms`: after this long its answer counts as lost. */
  readonly budget: { readonly calls: number; readonly ms: number };
  /** Parts of the input that are masked in the log. Undo is made from the log, so it must do without them. */
  readonly masked: readonly (keyof Input)[];
  readonly idempotency: 'value' | 'read-back' | 'restore-point';
  readonly concurrency: 'compare-and-set' | 'conversation';
  /** The role of the message or entry that it adds to the thread, if it adds one. */
  readonly makes?: 'agent' | 'note' | 'task' | 'call';
  /** The part of the input that a person edits on the card, if any. */
  readonly editable: keyof Input | null;
  /** What a model may say, where that is less than the whole input. */
  readonly asked?: z.ZodMiniType<Partial<Input>>;
  /** What only a tool of an admin's file has. */
  readonly custom?: Custom<Input>;
}

/** A tool that came from a file: its server, its own words, and what must be asked there before a card is drawn. */
export interface Custom<Input> {
  /** `shop.example.com`: named on the card and in the log. */
  readonly host: string;
  /** Whom the server takes the key for; empty where there is none. */
  readonly identity: string;
  /** Of the file. A card of another one is not signed. */
  readonly digest: string;
  /** What undo does, or why there is none. */
  readonly undoWords: string;
  readonly money: {
    amount(input: Input): number | null;
    words(input: Input): string;
    tool: CeilingOf;
  } | null;
  /** Whether it can be done on what is seen. */
  fits(seen: Observation): boolean;
  /** What will change, with the server's own values. Asks, and changes nothing. */
  draw(input: Input, seen: Observation, http: Http): Promise<Result<Change[]>>;
  /** What a person typed into the one field that can be edited, as a value of the input; and back. */
  fromText(text: string): unknown;
  toText(input: Input): string;
}

export interface CeilingOf {
  perCall: number;
  perTicket: number;
  /** An amount in words: `12.50 EUR`. */
  words(amount: number): string;
}

/**
 * What of the record a tool touches. From this alone it follows where it is offered and over which channel, what its
 * approval is bound to, and which choices its card gives: nothing else has to know the tool by its name.
 */
export type Touches<Input> =
  /** One field of the record or of its requester's contact. */
  | {
      what: 'field';
      /** The write of an API that changes it. */
      operation: WriteOperation;
      scope: FieldState['scope'];
      /** The fields that this tool changes at all. */
      is(field: FieldState): boolean;
      /** Name or label of the one that this input means. */
      named(input: Input): string;
      /** What its card lets a person choose from: the field's options, or the values that stand there. */
      choices: 'options' | 'values';
    }
  /** A message of its own in the conversation. */
  | {
      what: 'message';
      operation: WriteOperation;
      visibility: 'public' | 'internal';
      /** The write that takes it away again. Where it is not to be had, undo can only answer it: R3. */
      removal?: WriteOperation;
    }
  /** The reply box: it can be opened for this, or it must be open already. */
  | { what: 'box'; needs: 'openable' | 'open' }
  /** Something that an API or a form of the page does, and what takes it away again, where that is another. */
  | { what: 'operation'; operation: WriteOperation; removal?: WriteOperation }
  /** Nothing on the page: the server that an admin's file names. */
  | { what: 'server' };

/** What a tool that changes something adds: no effect in `preview`, and proof in `verify`. */
interface Effect<Input> extends Common<Input> {
  readonly touches: Touches<Input>;
  /** What must hold before it is even previewed; checked when it is proposed and again right before it acts. */
  readonly preconditions: readonly Precondition[];
  /** Whether the helpdesk's own rules may fire because of it: what they did is read and told with the receipt. */
  readonly observes: boolean;
  /** The change in words and fields, or why it cannot be. Pure. */
  preview(input: Input, seen: Observation): Result<Change[]>;
  /** Acts once. The guard runs in the same task as the act. */
  commit(input: Input, ports: Ports, guard: Guard): Promise<WriteAnswer>;
  /** Reads back: did it happen? A toast is never proof. */
  verify(
    input: Input,
    before: Observation,
    after: Observation,
    answer: WriteAnswer,
    ports?: Ports,
  ): Verdict | Promise<Verdict>;
}

export type Verdict = 'confirmed' | 'not-found' | 'unknown';

export interface ReadTool<Input> extends Common<Input> {
  readonly class: 'R0';
  /** What it may answer. An effect answers with an `ActOutcome`, whichever it is. */
  readonly output: z.ZodMiniType<string>;
  read(input: Input, seen: Observation, reads: Reads, http?: Http): Promise<string>;
}

/** R1–R3: says how it is taken back. Leaving `compensate` out does not compile. */
export interface ReversibleTool<Input> extends Effect<Input> {
  readonly class: 'R1' | 'R2' | 'R3';
  /** The call that takes it back, or why there is nothing to take back. */
  compensate(receipt: ReceiptView<Input>): Result<ToolSeed>;
}

/** R4: says why it cannot be taken back. */
export interface IrreversibleTool<Input> extends Effect<Input> {
  readonly class: 'R4';
  readonly irreversible: string;
  /** Waits in the panel before it is dispatched, and can be cancelled until then. */
  readonly held: boolean;
}

/** What the helpdesk and the person's knowledge hold that a tool may be made of. */
export interface Known {
  macros: readonly Macro[];
  articles: readonly Article[];
}

/**
 * Made of calls of other tools: it has no hand of its own. Its class is that of its worst part, each part is signed,
 * done, proved and logged like any other action, and they are taken back in reverse.
 */
export interface CompoundTool<Input> extends Common<Input> {
  readonly class: 'parts';
  /** What it comes to with what is known here, or why it cannot be foreseen. Pure. */
  parts(input: Input, known: Known): Result<ToolSeed[]>;
  /** The labels that a model may choose from here; without any it is not offered. */
  choices(known: Known): string[];
}

export type EffectTool<Input> = ReversibleTool<Input> | IrreversibleTool<Input>;
export type Tool<Input> = ReadTool<Input> | EffectTool<Input> | CompoundTool<Input>;
// biome-ignore lint/suspicious/noExplicitAny: a registry holds tools of every input; each parses its own
export type AnyTool = Tool<any>;
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyEffectTool = EffectTool<any>;
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyCompoundTool = CompoundTool<any>;

export type KnowledgeSearch = (query: string) => Promise<{ title: string; text: string; source: string }[]>;

/** What a reading tool may ask. None of it changes anything. */
export interface Reads {
  search: KnowledgeSearch;
  /** A summary of the conversation by the engine that is in use. */
  summarize(seen: Observation): Promise<string>;
}

/** Identity: gives the types, nothing else. */
/* @__NO_SIDE_EFFECTS__ */
export function defineTool<Input, T extends Tool<Input>>(tool: T & Tool<Input>): T {
  return tool;
}

export function isEffect(tool: AnyTool): tool is AnyEffectTool {
  return tool.class !== 'R0' && tool.class !== 'parts';
}

export function isCompound(tool: AnyTool): tool is AnyCompoundTool {
  return tool.class === 'parts';
}

/** It works on the draft that stands in the box now, and on no box that is opened for it. */
export function needsOpenBox(tool: AnyTool): boolean {
  if (!isEffect(tool)) return false;
  const { touches } = tool;
  return touches.what === 'box' && touches.needs === 'open';
}

/** Messages that stand in `after` and did not in `before`. */
export function newMessages(before: Observation, after: Observation): Message[] {
  const known = new Set(before.messages.map((m) => m.key));
  return after.messages.filter((m) => !known.has(m.key));
}
