import type { Engine, EngineEvent, EngineRequest, ToolOffer } from '../core/engine';
import type { KnowledgeItem } from '../core/knowledge';
import type { Library } from '../core/library';
import { REASONS } from '../core/reasons';
import type { Refusal } from '../core/result';
import type { Settings } from '../core/settings';
import { noteSource } from '../core/site-note';
import { createAnswer, MAX_CALLS } from './answer';
import { type Budget, createBudget, estimateTokens, priceOf, TASK_CAPS } from './budget';
import { type ChatWorld, chat } from './chat';
import { buildPrompt } from './prompt';
import { checkKey, readServerUrl } from './server-url';

export interface ModelWorld extends ChatWorld {
  /** A word that nobody can have foreseen. */
  mark(): string;
  caps?: { calls: number; ms: number };
}

/** Tools that only read; a draft may use these and no others. */
const READ_ONLY = new Set(['read_record', 'search_knowledge']);

/**
 * The engine over any server that speaks chat completions. The limits hold per task: a step without earlier turns
 * begins a new one.
 */
export function createModelEngine(
  settings: Settings,
  apiKey: string,
  library: () => Promise<Library>,
  world: ModelWorld,
): Engine {
  let budget: Budget | null = null;
  return {
    id: 'openai-compatible',
    label: settings.model,
    model: settings.model,
    async *step(request) {
      const address = readServerUrl(settings.serverUrl);
      if (!address.ok) return yield ended(address.refusal);
      const key = checkKey(apiKey);
      if (!key.ok) return yield ended(key.refusal);
      if (settings.model.trim() === '')
        return yield ended({ code: 'model-refused', detail: 'Enter the name of the model in Settings.' });
      const price = priceOf({ ...settings, serverUrl: address.value.base });
      if (!price.ok) return yield ended(price.refusal);
      const caps = { ...TASK_CAPS, ...world.caps, spendingMicroUsd: settings.spendingLimitMicroUsd };
      if (budget === null || request.turns.length === 0) budget = createBudget(caps, price.value, world.now);

      const knowledge = request.turns.length === 0 ? await fitting(request, library) : [];
      const messages = buildPrompt(request, knowledge, world.mark());
      const tools = offered(request);
      const inputTokens = estimateTokens(JSON.stringify([messages, tools]));
      const refusal = budget.admit(inputTokens);
      if (refusal) return yield ended(refusal);
      yield* sourcesOf(request, knowledge);
      const task = budget;
      const sent = chat(
        {
          base: address.value.base,
          apiKey: key.value,
          model: settings.model.trim(),
          messages,
          tools,
          signal: request.signal,
          timeLeft: task.timeLeft,
          taskMs: caps.ms,
        },
        world,
      );
      yield* answered(sent, request, task, inputTokens);
    },
  };
}

async function* answered(
  sent: ReturnType<typeof chat>,
  request: EngineRequest,
  budget: Budget,
  inputTokens: number,
): AsyncGenerator<EngineEvent> {
  const answer = createAnswer(new Set(request.turns.flatMap((t) => t.calls.map((c) => c.id))));
  let failure: Refusal | null = null;
  for await (const event of sent) {
    if (event.type === 'waiting') yield event;
    else if (event.type === 'failed') failure = event.refusal;
    else {
      const delta = answer.accept(event.piece);
      if (delta !== '') yield { type: 'text', delta };
      // Leaving the loop closes the connection, so nothing more is written or charged.
      failure = budget.allows(inputTokens, Math.ceil(answer.written() / 3));
      if (failure) break;
    }
  }
  const rest = answer.rest();
  if (rest !== '') yield { type: 'text', delta: rest };
  const tokens = answer.usage() ?? { inputTokens, outputTokens: Math.ceil(answer.written() / 3) };
  const costMicroUsd = budget.settle(tokens.inputTokens, tokens.outputTokens);
  yield { type: 'usage', ...tokens, costMicroUsd };
  if (failure) return yield ended(whileWriting(failure, answer.started()));

  const verdict = answer.verdict();
  if (verdict.reason !== null)
    return yield ended({ code: verdict.reason, detail: verdict.detail ?? undefined });
  for (const call of verdict.calls.slice(0, MAX_CALLS)) yield { type: 'call', ...call };
  yield verdict.calls.length > MAX_CALLS
    ? { type: 'end', detail: REASONS['too-many-calls'] }
    : { type: 'end' };
}

/** A server that fails in the middle of its answer has not refused: its answer is incomplete. */
function whileWriting(failure: Refusal, started: boolean): Refusal {
  const broke = failure.code === 'model-refused' || failure.code === 'model-unreachable';
  return started && broke ? { ...failure, code: 'model-incomplete' } : failure;
}

function offered({ mode, tools }: EngineRequest): ToolOffer[] {
  return mode === 'Review' ? tools : tools.filter((t) => READ_ONLY.has(t.name));
}

/** What of the person's knowledge goes along, so that a server without tools can use it too. */
async function fitting(
  { seen, instructions }: EngineRequest,
  library: () => Promise<Library>,
): Promise<KnowledgeItem[]> {
  const letter =
    seen.messages.filter((m) => m.role === 'customer' || m.role === 'unknown').at(-1)?.text ?? '';
  const books = await library();
  const language = books.language(letter) ?? undefined;
  return books
    .search(`${instructions}\n${seen.subject}\n${letter}`, { limit: 3, language })
    .filter((f) => f.strong)
    .map((f) => f.item);
}

function* sourcesOf(
  { seen, siteNote, turns }: EngineRequest,
  knowledge: readonly KnowledgeItem[],
): Generator<EngineEvent> {
  if (turns.length > 0) return;
  for (const { kind, title, origin, updatedAt } of knowledge)
    yield { type: 'source', source: { kind, title, origin: `${origin}, ${updatedAt.slice(0, 10)}` } };
  const origin = `${seen.system} ${seen.record.id}`.trim();
  yield { type: 'source', source: { kind: 'ticket', title: 'This ticket', origin } };
  if (siteNote) yield { type: 'source', source: noteSource(siteNote) };
}

const ended = ({ code, detail }: Refusal): EngineEvent => ({
  type: 'end',
  reason: code,
  ...(detail ? { detail } : {}),
});
