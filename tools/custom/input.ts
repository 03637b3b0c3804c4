import * as z from 'zod/mini';
import type { CustomTool, InputProperty } from '../../core/custom/format';

export type Input = Record<string, unknown>;

/** Text without control characters and half letters; line breaks only where the text may be long. */
const clean = (longest: number) =>
  z.refine<string>(
    (text) => text.isWellFormed() && !(longest > 300 ? /[^\P{Cc}\n\t]/u : /\p{Cc}/u).test(text),
    'not a text',
  );

function schemaOf(property: InputProperty): z.ZodMiniType {
  if (property.type === 'boolean') return z.boolean();
  if (property.type === 'integer') return z.int().check(z.gte(property.minimum), z.lte(property.maximum));
  if ('enum' in property) return z.enum(property.enum);
  const { minLength = 1, maxLength } = property;
  return z.string().check(z.minLength(minLength), z.maxLength(maxLength), clean(maxLength));
}

/** The whole input, and what of it a model may say: never an amount that a person types. */
export function inputsOf({ input, money }: CustomTool): {
  whole: z.ZodMiniType<Input>;
  asked: z.ZodMiniType<Input>;
} {
  const byPerson = money?.typedBy === 'person' ? money.input : null;
  const whole: Record<string, z.ZodMiniType> = {};
  const asked: Record<string, z.ZodMiniType> = {};
  for (const [name, property] of Object.entries(input.properties)) {
    const schema = schemaOf(property);
    whole[name] = name === byPerson ? z.optional(schema) : schema;
    if (name !== byPerson) asked[name] = schema;
  }
  return {
    whole: z.strictObject(whole) as z.ZodMiniType<Input>,
    asked: z.strictObject(asked) as z.ZodMiniType<Input>,
  };
}

/** For a model: what the tool does, and what goes into each input. */
export function describe({ description, input, money }: CustomTool): string {
  const hidden = money?.typedBy === 'person' ? money.input : null;
  const inputs = Object.entries(input.properties)
    .filter(([name]) => name !== hidden)
    .map(([name, property]) => [name, rangeOf(property), property.description].filter(Boolean).join(', '));
  return [description, ...(inputs.length > 0 ? [`Inputs: ${inputs.join('; ')}.`] : [])].join(' ');
}

function rangeOf(property: InputProperty): string {
  if (property.type === 'integer') return `${property.minimum} to ${property.maximum}`;
  return property.type === 'string' && 'enum' in property ? `one of ${property.enum.join(' | ')}` : '';
}
