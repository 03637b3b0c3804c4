import * as z from 'zod/mini';
import { Binding } from '../core/binding';
import { Macro } from '../core/macro';
import { Observation } from '../core/observation';
import { ActOutcome, ChangeShape, RefusalShape } from '../core/outcome';
import { RecordRef } from '../core/record';
import { Channel } from '../core/words';
import { Part } from './parts';

/** Which eyes are used. A record is named only when it may not be the one on the screen (a held send). */
const Eyes = { channel: Channel, record: z.nullable(RecordRef), sessionAllowed: z.boolean() };

/** From the panel to the page. The closed list; each is parsed at both ends. */
export const ToPage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('look'), ...Eyes }),
  z.strictObject({ type: z.literal('open-composer'), visibility: z.enum(['public', 'internal']) }),
  z.strictObject({
    type: z.literal('act'),
    /** The action's id: asked twice, acted once. */
    key: z.string(),
    tool: z.string(),
    /** JSON text of the input, parsed by the tool's own schema in the page. */
    input: z.string(),
    binding: Binding,
    ...Eyes,
  }),
  z.strictObject({ type: z.literal('outcome'), key: z.string() }),
  /** Does a draft that was inserted stay in its box? By the restore point; the answer may take a few seconds. */
  z.strictObject({ type: z.literal('stays'), restore: z.string() }),
  /** What macros has the helpdesk, and what would each do? */
  z.strictObject({ type: z.literal('macros'), sessionAllowed: z.boolean() }),
  z.strictObject({
    type: z.literal('prove'),
    /** The action's id, by which another server than the helpdesk knows it. */
    key: z.optional(z.string()),
    tool: z.string(),
    input: z.string(),
    before: Observation,
    changes: z.array(ChangeShape),
    /** How long the record is read back at most. Ms. */
    waitMs: z.int().check(z.nonnegative()),
    ...Eyes,
  }),
]);
export type ToPage = z.infer<typeof ToPage>;

/** What the page answers. `type` says to which question. */
export const FromPage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('seen'), seen: Observation, sessionPossible: z.boolean() }),
  z.strictObject({ type: z.literal('opened'), navigates: z.nullable(z.string()) }),
  z.strictObject({
    type: z.literal('outcome'),
    outcome: z.nullable(ActOutcome),
    /** Epoch ms since when this document's ledger is kept: what was sent to it before is not in there. */
    since: z.number(),
  }),
  z.strictObject({ type: z.literal('macros'), macros: z.array(Macro) }),
  z.strictObject({ type: z.literal('stays'), stays: z.boolean() }),
  z.strictObject({ type: z.literal('refused'), refusal: RefusalShape }),
  /** Nothing was done: these are needed first. */
  z.strictObject({ type: z.literal('needs'), parts: z.array(Part) }),
]);
export type FromPage = z.infer<typeof FromPage>;

/** The port over which a page says that it looks different now. It carries no text. */
export const WATCH_PORT = 'countersign-watch';
export const Changed = z.strictObject({ type: z.literal('changed') });
