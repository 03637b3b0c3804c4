import type { RunTrace, StepPart, TraceStep } from '../../core/trace';

export const PART_WORDS: Record<StepPart, string> = {
  intent: 'Asked',
  context: 'Read',
  model: 'Model',
  draft: 'Draft',
  proposal: 'Proposed',
  policy: 'Policy',
  signature: 'Signature',
  call: 'Sent to the page',
  proof: 'Proof',
  undo: 'Taken back',
  end: 'Ended',
  other: 'Noted',
};

/** One step in one sentence. What it says beyond that stands in its data and texts. */
export function stepWords({ kind, data }: TraceStep): string {
  const tool = textOf(data.tool).replaceAll('_', ' ');
  const rules = Array.isArray(data.rules) && data.rules.length > 0 ? ` Rules: ${data.rules.join(', ')}.` : '';
  switch (kind) {
    case 'run.started':
      return `A person asked for “${textOf(data.taskType).replaceAll('_', ' ')}”${data.mode ? ` in ${textOf(data.mode)} mode` : ''}.`;
    case 'context.seen':
      return `${count(data.messages, 'message')} read; ${count(data.hidden, 'hidden text')} left out.`;
    case 'model.called':
      return `${textOf(data.model) || 'Model'}: ${seconds(data.latencyMs)}, ${count(data.inputTokens, 'token')} in, ${count(data.outputTokens, 'token')} out, ${dollars(data.costMicroUsd)}. ${textOf(data.status)}.`;
    case 'draft.made':
      return data.incomplete === true ? 'A draft was begun and broke off.' : 'A draft was written.';
    case 'action.proposed':
      return `${tool} was proposed (${textOf(data.class)}, verdict ${textOf(data.verdict) || 'none'}).${rules}`;
    case 'policy.refused':
      return `A rule refused ${tool}: ${textOf(data.words)}`;
    case 'approval.granted':
      return `A person signed ${tool}.${data.edited === true ? ' They had edited it.' : ''}${rules}`;
    case 'approval.voided':
      return `The signature counts no more: ${textOf(data.reason)}.`;
    case 'action.started':
      return `${tool} left for the page as ${textOf(data.account) || 'an unknown account'}, over the ${textOf(data.channel)}.`;
    case 'action.done':
      return `${tool} happened. ${textOf(data.proof)}`;
    case 'action.failed':
      return `${tool} did not happen: ${textOf(data.reason)}.`;
    case 'action.unknown':
      return `It is not known whether ${tool} happened: ${textOf(data.reason)}.`;
    case 'action.reverted':
      return `${tool} happened, and the page undid it by itself: ${textOf(data.reason)}.`;
    case 'run.finished':
      return `It ended: ${textOf(data.outcome)}, ${seconds(data.durationMs)}, ${dollars(data.costMicroUsd)}.`;
    default:
      return `${kind}${tool ? `: ${tool}` : ''}${data.reason ? ` (${textOf(data.reason)})` : ''}.`;
  }
}

/** "+1.2 s" after the beginning. */
export function sinceWords(ms: number): string {
  return ms < 60_000
    ? `+${(ms / 1000).toFixed(1)} s`
    : `+${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

export function costWords({ inputTokens, outputTokens, modelMs, costMicroUsd }: RunTrace): string {
  return `${inputTokens} tokens in, ${outputTokens} out, ${(modelMs / 1000).toFixed(1)} s of model time, ${dollars(costMicroUsd)}`;
}

function dollars(micro: unknown): string {
  return typeof micro === 'number' && micro > 0 ? `$${(micro / 1_000_000).toFixed(4)}` : 'no cost';
}

function seconds(ms: unknown): string {
  return typeof ms === 'number' ? `${(ms / 1000).toFixed(1)} s` : 'unknown time';
}

function count(value: unknown, what: string): string {
  const n = typeof value === 'number' ? value : 0;
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
