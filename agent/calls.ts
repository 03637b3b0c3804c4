import type { ToolOffer } from '../core/engine';
import type { Observation } from '../core/observation';
import type { Http } from '../core/ports';
import { ok, type Result, refuse } from '../core/result';
import { type AnyTool, isEffect, type Reads } from '../core/tool';
import { lackOf } from '../tools/parts/abilities';
import { findTool } from '../tools/registry';

export interface Call {
  id: string;
  name: string;
  argumentsText: string;
}

/** A call that was parsed against its own tool's schema, and the tool it means. */
export interface ParsedCall {
  id: string;
  tool: AnyTool;
  input: unknown;
}

/** The border between a model and the tools: unknown names, tools of other modes and other shapes end here. */
export function parseCall(
  call: Call,
  {
    offers,
    seen,
    mayCall,
  }: { offers: readonly ToolOffer[]; seen: Observation; mayCall: (tool: AnyTool) => boolean },
): Result<ParsedCall> {
  const tool = findTool(call.name);
  if (!tool) return refuse('unknown-tool', call.name.slice(0, 60));
  if (!offers.some((offer) => offer.name === call.name)) {
    const lack = isEffect(tool) ? lackOf(tool, seen) : null;
    return lack ? { ok: false, refusal: lack } : refuse('tool-not-offered', call.name);
  }
  let json: unknown;
  try {
    json = JSON.parse(call.argumentsText);
  } catch {
    return refuse('cut-off', call.name); // not JSON: the model's request broke off or was never one
  }
  const parsed = (tool.asked ?? tool.input).safeParse(json);
  if (!parsed.success) return refuse('bad-arguments', call.name);
  if (!mayCall(tool)) return refuse('too-many-calls', call.name);
  return ok({ id: call.id, tool, input: parsed.data });
}

/** Counts the calls of one run; false when the tool was asked for more often than its budget says. */
export function callCounter(): (tool: AnyTool) => boolean {
  const counts = new Map<string, number>();
  return ({ name, budget }) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count <= budget.calls;
  };
}

/** What a reading tool answers; an effect tool's answer is that a person decides. */
export async function answerCall(
  call: ParsedCall,
  seen: Observation,
  reads: Reads,
  http?: Http,
): Promise<string> {
  const { tool } = call;
  if (tool.class !== 'R0') return 'Noted. It is shown to the agent, who decides.';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('There was no answer in time.'), tool.budget.ms);
  });
  try {
    const answer = tool.output.safeParse(
      await Promise.race([tool.read(call.input, seen, reads, http), late]),
    );
    return answer.success ? answer.data : 'The answer was too long to be used.';
  } finally {
    clearTimeout(timer);
  }
}
