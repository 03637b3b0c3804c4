import type { Engine, EngineEvent } from '../core/engine';
import type { Observation } from '../core/observation';
import { reasonWords } from '../core/reasons';
import type { Mode } from '../core/words';

type Usage = Extract<EngineEvent, { type: 'usage' }>;

/**
 * Asks the engine for a summary of what is seen, apart from the conversation with it.
 * @param used is told what it cost, so that the run's record holds it
 */
export async function summarizeWith(
  engine: Engine,
  about: { mode: Mode; seen: Observation; signal: AbortSignal },
  used: (usage: Usage) => void,
): Promise<string> {
  let text = '';
  const request = {
    ...about,
    task: 'summary' as const,
    instructions: '',
    ownDraft: '',
    siteNote: null,
    tools: [],
    turns: [],
  };
  for await (const event of engine.step(request)) {
    if (event.type === 'text') text += event.delta;
    else if (event.type === 'usage') used(event);
    else if (event.type === 'end' && event.reason) return reasonWords(event.reason, event.detail);
  }
  return text;
}
