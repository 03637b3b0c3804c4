import OpenAI from 'openai';
import type { ToolOffer } from '../core/engine';
import type { Refusal } from '../core/result';
import { timeIsUp } from './budget';
import { failureOf } from './failures';
import type { PromptMessage } from './prompt';
import { busyWords, waitBeforeRetry } from './retry';
import { type Patience, watch } from './watchdog';
import { type Wire, wiredFetch } from './wire';

/** The world outside, handed in so that tests can play it. */
export interface ChatWorld {
  fetch: typeof globalThis.fetch;
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves early, and does not reject, when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
  patience: Patience;
}

export interface ChatRequest {
  base: string;
  apiKey: string;
  model: string;
  messages: PromptMessage[];
  tools: ToolOffer[];
  signal: AbortSignal;
  /** Milliseconds left for the task, read again for every try, and the whole of them for words. */
  timeLeft(): number;
  taskMs: number;
}

export type ChatEvent =
  | { type: 'waiting'; words: string }
  | { type: 'piece'; piece: unknown }
  | { type: 'failed'; refusal: Refusal };

/**
 * One request, streamed, with at most three tries, and no second try once an answer has begun: it could be doubled.
 * The stream's end is not a verdict; whoever reads the pieces judges whether they are whole.
 */
export async function* chat(request: ChatRequest, world: ChatWorld): AsyncGenerator<ChatEvent> {
  for (let tries = 1; ; tries += 1) {
    const wire: Wire = { notAModel: false, redirected: false, flooded: false, bytes: 0 };
    const failure = yield* attempt(request, world, wire);
    if (failure === null) return;
    const seconds = waitBeforeRetry(failure.error, tries, world.now(), world.random());
    if (seconds === null) return yield { type: 'failed', refusal: failure.refusal };
    for (let left = seconds; left > 0 && !request.signal.aborted; left -= 1) {
      yield { type: 'waiting', words: busyWords(left, tries) };
      await world.sleep(1000, request.signal);
    }
    if (request.signal.aborted) return yield { type: 'failed', refusal: { code: 'stopped' } };
    if (request.timeLeft() === 0) return yield { type: 'failed', refusal: timeIsUp(request.taskMs) };
  }
}

interface Failure {
  refusal: Refusal;
  error: unknown;
}

async function* attempt(
  request: ChatRequest,
  world: ChatWorld,
  wire: Wire,
): AsyncGenerator<ChatEvent, Failure | null> {
  const ours = new AbortController();
  const letGo = () => ours.abort();
  const dog = watch(world.patience, request.timeLeft(), letGo);
  request.signal.addEventListener('abort', letGo);
  if (request.signal.aborted) letGo();
  // An abort of ours may end the stream quietly or as an error; either way it is ours to explain.
  const mine = (): Refusal | null => {
    if (request.signal.aborted) return { code: 'stopped' };
    if (dog.fired === 'time') return timeIsUp(request.taskMs);
    return dog.fired === 'stalled' ? { code: 'model-stalled' } : null;
  };
  try {
    const client = clientFor(request, wiredFetch(world.fetch, wire, dog.alive));
    const stream = await client.chat.completions.create(bodyOf(request), { signal: ours.signal });
    for await (const piece of stream) yield { type: 'piece', piece };
    const refusal = mine();
    return refusal && { refusal, error: null };
  } catch (error) {
    return { refusal: mine() ?? failureOf(error, wire, request.apiKey), error: mine() ? null : error };
  } finally {
    dog.stop();
    request.signal.removeEventListener('abort', letGo);
    letGo();
  }
}

/** Only what every server knows: no tool_choice, no stream_options, no temperature. */
function bodyOf({ model, messages, tools }: ChatRequest) {
  return {
    model,
    messages,
    stream: true as const,
    ...(tools.length > 0
      ? {
          tools: tools.map(({ name, description, schema }) => ({
            type: 'function' as const,
            function: { name, description, parameters: schema, strict: true },
          })),
        }
      : {}),
  };
}

function clientFor({ base, apiKey }: ChatRequest, fetch: typeof globalThis.fetch): OpenAI {
  const nobody = [
    'Lang',
    'Package-Version',
    'OS',
    'Arch',
    'Runtime',
    'Runtime-Version',
    'Retry-Count',
    'Timeout',
  ];
  return new OpenAI({
    baseURL: base,
    apiKey: apiKey || 'none',
    organization: null,
    project: null,
    dangerouslyAllowBrowser: true,
    maxRetries: 0,
    logLevel: 'off',
    fetch,
    // The server need not know the machine, and strict servers refuse headers that they did not list.
    defaultHeaders: {
      ...Object.fromEntries(nobody.map((name) => [`X-Stainless-${name}`, null])),
      ...(apiKey === '' ? { Authorization: null } : {}),
    },
  });
}
