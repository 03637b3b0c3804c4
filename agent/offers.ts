import * as z from 'zod/mini';
import type { ToolOffer } from '../core/engine';
import type { Observation } from '../core/observation';
import { isCompound, isEffect, type Known } from '../core/tool';
import type { Mode } from '../core/words';
import { allTools } from '../tools/registry';
import { abilityOf } from './custom/draw';

/** The tools that a model may ask for in this mode, on this page. An effect tool only where it can be done. */
export function offersFor(mode: Mode, seen: Observation, known: Known): ToolOffer[] {
  return allTools()
    .filter((tool) => tool.offeredIn.includes(mode))
    .flatMap((tool) => {
      const { name, description } = tool;
      const schema = schemaOf(tool.asked ?? tool.input);
      if (!isCompound(tool)) {
        const can = isEffect(tool) ? abilityOf(tool, seen) !== null : (tool.custom?.fits(seen) ?? true);
        return can ? [{ name, description, schema }] : [];
      }
      const choices = tool.choices(known).slice(0, MOST_CHOICES);
      if (choices.length === 0) return [];
      return [{ name, description: `${description} There are: ${choices.join(' | ')}`, schema, choices }];
    });
}

/** More labels than this are no choice any more, and cost a model's attention. */
const MOST_CHOICES = 60;

/** `string`, or `['string', 'null']` where nothing may be said instead. */
function typeOf(schema: unknown): unknown {
  const { type, anyOf } = schema as { type?: unknown; anyOf?: { type?: unknown }[] };
  return type ?? anyOf?.map((one) => one.type) ?? 'string';
}

/** Type, properties, required and nothing else: what every server with strict function tools takes. */
function schemaOf(input: z.ZodMiniType): Record<string, unknown> {
  const { properties = {}, required = [] } = z.toJSONSchema(input);
  const plain = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, { type: typeOf(schema) }]),
  );
  return { type: 'object', properties: plain, required, additionalProperties: false };
}
