import { reasonWords } from '../core/reasons';
import { ok, type Result, refuse } from '../core/result';
import { type AnyCompoundTool, isCompound, isEffect, type Known, type ToolSeed } from '../core/tool';
import { type EffectClass, worstClass } from '../core/words';
import { VERDICTS } from '../policy/action';
import { findTool } from '../tools/registry';
import type { Card } from './card';
import type { AgentDeps } from './deps';
import { freshCard, logProposal, makeCard, type Proposal } from './propose';

/** One step of a card that has several, and the action that it takes back, if it is an undo. */
export interface PartSeed extends ToolSeed {
  undoes?: string;
}

/** Makes one card of a tool that is made of others: simulated, each step previewed, judged and bound by itself. No effect. */
export async function proposeCompound(
  deps: AgentDeps,
  proposal: Proposal,
  known: Known,
): Promise<Result<Card>> {
  const tool = findTool(proposal.tool);
  if (!tool || !isCompound(tool)) return refuse('unknown-tool', proposal.tool.slice(0, 60));
  const seeds = tool.parts(proposal.input, known);
  return seeds.ok ? await proposeParts(deps, tool, proposal, seeds.value) : seeds;
}

/** One card for several calls. Steps that are so already are left out; one that cannot be done refuses the whole. */
export async function proposeParts(
  deps: AgentDeps,
  tool: AnyCompoundTool,
  proposal: Proposal,
  seeds: readonly PartSeed[],
): Promise<Result<Card>> {
  const fresh = freshCard(deps, proposal);
  const input = proposal.input as Record<string, unknown>;
  const parts: Card[] = [];
  const left: string[] = [];
  for (const seed of lastOfEachField(seeds)) {
    const made = await makeCard(deps, { ...proposal, ...seed, undoes: seed.undoes, partOf: fresh.actionId });
    if (made.ok) parts.push(made.value);
    else if (made.refusal.code === 'already-so') left.push(made.refusal.detail ?? titleOf(seed));
    else {
      const words = reasonWords(made.refusal.code, made.refusal.detail);
      return refuse(made.refusal.code, `The step “${titleOf(seed)}” of “${tool.title(input)}”: ${words}`);
    }
  }
  if (parts.length === 0) return refuse('already-so', left.join(' '));
  const notice = left.length > 0 ? `Left out, since it is so already: ${left.join(' ')}` : null;
  const card: Card = { ...fresh, ...sumOfParts(parts), tool, input, parts, notice };
  for (const one of [card, ...parts]) {
    const logged = await logProposal(deps, one);
    if (!logged.ok) return logged;
  }
  return ok(card);
}

/** What a card of several steps shows and is bound to, as far as it follows from them. */
export function sumOfParts(parts: readonly Card[]) {
  const first = parts[0];
  if (!first) throw new Error('a card of several steps has none');
  const channels = parts.map((part) => part.binding.channel);
  const judgement = parts
    .map((part) => part.judgement)
    .reduce((a, b) => (VERDICTS.indexOf(b.verdict) > VERDICTS.indexOf(a.verdict) ? b : a));
  const { seen, page, sessionAllowed } = first;
  return {
    seen,
    page,
    sessionAllowed,
    binding: {
      ...first.binding,
      values: [],
      composer: null,
      channel: channels.find((channel) => channel === 'page') ?? first.binding.channel,
    },
    class: parts.map((part) => part.class).reduce<EffectClass>(worstClass, 'R0'),
    changes: parts.flatMap((part) => part.changes),
    warnings: [...new Set(parts.flatMap((part) => part.warnings))],
    judgement,
  };
}

/** Of several steps that set one field the last one counts: only that is there in the end. */
function lastOfEachField(seeds: readonly PartSeed[]): PartSeed[] {
  const keys = seeds.map((seed, i) => {
    const tool = findTool(seed.tool);
    if (
      !tool ||
      !isEffect(tool) ||
      tool.touches.what !== 'field' ||
      tool.touches.named(seed.input) === 'tags'
    )
      return String(i);
    return JSON.stringify([tool.touches.scope, tool.touches.named(seed.input)]);
  });
  return seeds.filter((_, i) => keys.lastIndexOf(keys[i] ?? '') === i);
}

function titleOf(seed: ToolSeed): string {
  return findTool(seed.tool)?.title(seed.input) ?? seed.tool;
}
