import type { ReasonCode } from '../core/reasons';
import { createCallAssembly, type WholeCall } from './call-assembly';
import { Chunk, Usage } from './chunk';
import { createThoughtFilter } from './thinking';

/** Calls beyond this many of one answer are left out. */
export const MAX_CALLS = 12;

export interface Verdict {
  calls: WholeCall[];
  /** Why the answer is not whole; null when it is. */
  reason: ReasonCode | null;
  detail: string | null;
}

/** Gathers one streamed answer and says in the end whether it is whole. It trusts nothing but what it has read. */
export function createAnswer(usedIds: ReadonlySet<string>) {
  const calls = createCallAssembly(usedIds);
  const thoughts = createThoughtFilter();
  let finish: string | null = null;
  let choices = 0;
  let visible = 0;
  let written = 0;
  let refused: string | null = null;
  let malformed = false;
  let usage: { inputTokens: number; outputTokens: number } | null = null;

  const show = (text: string): string => {
    visible += text.length;
    return text;
  };

  return {
    /** Text to show now. */
    accept(piece: unknown): string {
      const parsed = Chunk.safeParse(piece);
      if (!parsed.success) {
        malformed = true;
        return '';
      }
      const counted = Usage.safeParse(parsed.data.usage);
      if (counted.success)
        usage = { inputTokens: counted.data.prompt_tokens, outputTokens: counted.data.completion_tokens };
      // Of several answers the first is meant; the others were not asked for.
      const choice = parsed.data.choices?.find((c) => (c.index ?? 0) === 0);
      if (!choice) return '';
      choices += 1;
      finish = choice.finish_reason || finish;
      const { delta } = choice;
      if (delta?.refusal) refused = `${refused ?? ''}${delta.refusal}`;
      for (const call of delta?.tool_calls ?? []) {
        written += (call.function?.arguments?.length ?? 0) + (call.function?.name?.length ?? 0);
        calls.accept(call);
      }
      written += delta?.content?.length ?? 0;
      return show(thoughts.feed(delta?.content ?? ''));
    },
    /** Text held back until the end. */
    rest: () => show(thoughts.rest()),
    /** As the server counted, if it did so in a believable way. */
    usage: () => usage,
    /** Letters the model has written so far, thoughts and arguments included. */
    written: () => written,
    started: () => visible > 0 || calls.size > 0,
    verdict(): Verdict {
      const not = (reason: ReasonCode, detail: string | null = null): Verdict => ({
        calls: [],
        reason,
        detail,
      });
      if (choices === 0) return not('model-not-a-model');
      if (refused !== null) return not('model-refused', 'The model declined to answer.');
      if (malformed || finish === null) return not(calls.size > 0 ? 'cut-off' : 'model-incomplete');
      if (finish === 'length')
        return not('model-incomplete', 'It reached the length that the server allows.');
      if (finish === 'content_filter') return not('model-incomplete', 'The server’s own filter stopped it.');
      if (finish !== 'stop' && finish !== 'tool_calls')
        return not('model-incomplete', `It ended with “${finish.slice(0, 40)}”.`);
      const whole = calls.finish();
      if (whole.flaw !== null) return not('bad-arguments', whole.flaw);
      if (visible === 0 && whole.calls.length === 0) return not('model-incomplete', 'It holds no text.');
      return { calls: whole.calls, reason: null, detail: null };
    },
  };
}
