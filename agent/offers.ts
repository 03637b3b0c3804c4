import * as z from 'zod/mini';
import type { ToolOffer } from '../core/engine';
import type { Macro } from '../core/macro';
import type { Observation } from '../core/observation';
import { isCompound, isEffect } from '../core/tool';
import type { Mode } from '../core/words';
import { allTools } from '../tools/registry';
import { abilityOf } from './custom/draw';

/** The tools that a model may ask for in this mode, on this page. An effect tool only where it can be done. */
export function offersFor(mode: Mode, seen: Observation, macros: readonly Macro[]): ToolOffer[] {
  const labels = macros.map((macro) => macro.label).slice(0, MOST_MACROS);
  return allTools()
    .filter((tool) => tool.offeredIn.includes(mode))
    .filter((tool) => (isEffect(tool) ? abilityOf(tool, seen) !== null : (tool.custom?.fits(seen) ?? true)))
    .filter((tool) => !isCompound(tool) || labels.length > 0)
    .map((tool) => ({
      name: tool.name,
      description: isCompound(tool)
        ? `${tool.description} There are: ${labels.join(' | ')}`
        : tool.description,
      schema: schemaOf(tool.asked ?? tool.input),
      ...(isCompound(tool) ? { choices: labels } : {}),
    }));
}

/** More labels than this are no choice any more, and cost a model's attention. */
const MOST_MACROS = 60;

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
