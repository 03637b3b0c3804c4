import * as z from 'zod/mini';
import { EffectClass } from '../words';

/**
 * A tool that an admin adds by a JSON file: what it is called, what a model may fill in, which requests it makes, how
 * it is proved and taken back. Told in docs/custom-tools.md. What the shapes alone cannot say is in `check.ts`.
 */

const Words = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));

/** Text with blanks such as `{input.order}`; what may stand in them is in `template.ts`. */
const Template = z.string().check(z.maxLength(2000));

export type Body = string | number | boolean | null | Body[] | { [key: string]: Body };
const Body: z.ZodMiniType<Body> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(Body), z.record(z.string(), Body)]),
) as z.ZodMiniType<Body>;

const Path = Words(200);

const about = { title: z.optional(Words(80)), description: z.optional(Words(300)) };
const Text = z.strictObject({
  type: z.literal('string'),
  minLength: z.optional(z.int().check(z.gte(0), z.lte(2000))),
  maxLength: z.int().check(z.gte(1), z.lte(2000)),
  ...about,
});
const Choice = z.strictObject({
  type: z.literal('string'),
  enum: z.array(Words(80)).check(z.minLength(1), z.maxLength(50)),
  ...about,
});
const Whole = z.strictObject({
  type: z.literal('integer'),
  minimum: z.int(),
  maximum: z.int(),
  ...about,
});
const Flag = z.strictObject({ type: z.literal('boolean'), ...about });

/** The small part of JSON Schema that is understood. */
export const InputProperty = z.union([Text, Choice, Whole, Flag]);
export type InputProperty = z.infer<typeof InputProperty>;
export const PROPERTY_SHAPES = { text: Text, choice: Choice, whole: Whole, flag: Flag };

/** Values that are read at `path` of an answer and shown under `label`. */
const Shown = z.strictObject({ label: Words(80), path: Path });

/** What must hold before anything is sent, and what a person is told when it does not. */
const Requirement = z.strictObject({
  path: Path,
  is: z.optional(Template),
  isNot: z.optional(Template),
  words: Words(200),
});

const Before = z.strictObject({
  url: Template,
  require: z.optional(z.array(Requirement).check(z.maxLength(10))),
  /** The version of the answer is sent back as `If-Match`: what was changed meanwhile is not written over. */
  version: z.optional(z.literal('etag')),
});

/** Looks for what this very action (`{key}`) or an earlier one for this record (`{marker}`) has made already. */
const Find = z.strictObject({
  url: Template,
  /** The list in the answer; left out when the answer itself is the list. */
  list: z.optional(Path),
  where: z.strictObject({ path: Path, is: Template }),
  id: Path,
});

const Headers = z.record(z.string(), z.string().check(z.maxLength(500)));

const Send = z.strictObject({
  method: z.enum(['POST', 'PUT', 'PATCH', 'DELETE']),
  url: Template,
  headers: z.optional(Headers),
  encoding: z.optional(z.enum(['json', 'form'])),
  body: z.optional(Body),
  /** The header in which the server takes a key that makes two requests one. */
  idempotencyHeader: z.optional(Words(60)),
  /** Answers that mean yes; 200, 201 and 204 unless it says so. */
  ok: z.optional(z.array(z.int().check(z.gte(200), z.lte(299))).check(z.minLength(1), z.maxLength(5))),
  /** Where the answer names what was made; `{made}` from then on. */
  id: z.optional(Path),
});

const ReadBack = z.strictObject({
  url: Template,
  /** Path → what must stand there. */
  is: z.optional(z.record(z.string(), Template)),
  /** It is done when the server does not know it any more. */
  gone: z.optional(z.literal(true)),
});

const Line = z.strictObject({
  field: Words(80),
  before: z.optional(Template),
  after: Template,
});

const call = {
  before: z.optional(Before),
  find: z.optional(Find),
  send: Send,
  readBack: ReadBack,
  /** What the card says that changes. */
  changes: z.array(Line).check(z.minLength(1), z.maxLength(8)),
};
export const Call = z.strictObject(call);
export type Call = z.infer<typeof Call>;

export const Undo = z.strictObject({ words: Words(200), ...call });
export const Read = z.strictObject({
  url: Template,
  headers: z.optional(Headers),
  answer: z.array(Shown).check(z.minLength(1), z.maxLength(20)),
});

export const Money = z.strictObject({
  /** The name of the input that holds the amount: a whole number of the smallest unit (cents). */
  input: Words(40),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  /** Digits behind the point: 2 for cents. */
  decimals: z.int().check(z.gte(0), z.lte(3)),
  perCall: z.int().check(z.gte(1)),
  perTicket: z.int().check(z.gte(1)),
  /** `person`: the model cannot fill the amount in; a person types it on the card. */
  typedBy: z.enum(['person', 'model']),
});
export type Money = z.infer<typeof Money>;

export const Auth = z.strictObject({
  header: Words(60),
  /** `Bearer {secret}`. */
  value: Words(200),
  /** Whom the server takes this key for, in words: it stands on the card. */
  identity: Words(80),
  /** Where a person gets the key. */
  hint: z.optional(Words(200)),
});

export const CustomTool = z.strictObject({
  format: z.literal('countersign-tool'),
  formatVersion: z.literal(1),
  name: z.string().check(z.regex(/^[a-z][a-z0-9_]{2,39}$/)),
  version: z.int().check(z.gte(1), z.lte(1_000_000)),
  title: Words(120),
  description: Words(400),
  class: EffectClass,
  audience: z.enum(['none', 'team', 'customer']),
  auth: z.optional(Auth),
  input: z.strictObject({
    type: z.literal('object'),
    properties: z.record(z.string(), InputProperty),
    required: z.array(z.string()),
    additionalProperties: z.literal(false),
  }),
  money: z.optional(Money),
  /** R4: why it cannot be taken back. */
  irreversible: z.optional(Words(200)),
  /** R0 only. */
  read: z.optional(Read),
  /** R1 to R4. */
  call: z.optional(Call),
  /** R1 to R3. */
  undo: z.optional(Undo),
});
export type CustomTool = z.infer<typeof CustomTool>;

/** What the store keeps of one: the file, and when it was added. */
export const KeptTool = z.strictObject({ tool: CustomTool, addedAt: z.string(), digest: z.string() });
export type KeptTool = z.infer<typeof KeptTool>;
