import type { Ability, Observation } from '../../core/observation';
import { ok, type Result } from '../../core/result';
import type { AnyEffectTool, AnyTool, Change } from '../../core/tool';
import type { Channel } from '../../core/words';
import type { AgentDeps } from '../deps';
import { overCeiling } from './ceiling';

/** How a tool can be done on what is seen: a built-in one as the page says, one of a file over its own server. */
export function abilityOf(tool: AnyEffectTool, seen: Observation): Ability | null {
  if (!tool.custom) return seen.abilities.find((a) => a.tool === tool.name) ?? null;
  return tool.custom.fits(seen) ? { tool: tool.name, class: tool.class, channel: 'token' } : null;
}

/** The eyes for a look at the record. A tool of a file acts elsewhere: the record is looked at on the screen. */
export function eyesOf(tool: AnyTool, channel: Channel): Channel {
  return tool.custom ? 'page' : channel;
}

/** The lines of a card whose change only its own server knows. Its ceiling is asked first: what is over it asks nobody. */
export async function drawCustom(
  deps: AgentDeps,
  { tool, input, actionId }: { tool: AnyEffectTool; input: Record<string, unknown>; actionId: string },
  seen: Observation,
): Promise<Result<Change[]>> {
  const { custom } = tool;
  if (!custom) return ok([]);
  const over = await overCeiling(deps.reader, { tool, input, actionId, record: seen.record });
  if (over) return { ok: false, refusal: over };
  const http = await deps.customTools.http({ name: tool.name, digest: custom.digest }, actionId, null);
  return http.ok ? await custom.draw(input, seen, http.value) : http;
}
