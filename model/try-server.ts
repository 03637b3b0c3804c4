import { reasonWords } from '../core/reasons';
import type { Refusal, Result } from '../core/result';
import { ok } from '../core/result';
import type { Settings } from '../core/settings';
import { createAnswer } from './answer';
import { type ChatWorld, chat } from './chat';
import { checkKey, readServerUrl } from './server-url';

/** What `Test connection` found, in words. */
export interface ConnectionAnswer {
  ok: boolean;
  words: string;
}

const TASK_MS = 60_000;

/** One tiny question to the server, and what came of it in words that say what to do. */
export async function tryServer(
  server: Pick<Settings, 'serverUrl' | 'model'>,
  apiKey: string,
  signal: AbortSignal,
  world: ChatWorld,
): Promise<ConnectionAnswer> {
  const address = readServerUrl(server.serverUrl);
  if (!address.ok) return refused(address.refusal);
  const key = checkKey(apiKey);
  if (!key.ok) return refused(key.refusal);
  const model = server.model.trim();
  if (model === '') return { ok: false, words: 'Enter the name of the model, then test again.' };
  const { base, local } = address.value;
  const first = await ask(base, key.value, model, signal, world);
  if (first.ok) {
    const open = base.startsWith('http:') && !local && key.value !== '';
    const warning = open ? ' The address is not encrypted (http), so the key can be read on the way.' : '';
    return { ok: true, words: `Connected. ${model} answered.${warning}` };
  }
  const lost = first.refusal.code === 'model-not-a-model' || first.refusal.detail?.includes('404') === true;
  if (lost && !/\/v\d+\w*$/.test(base)) {
    const longer = await ask(`${base}/v1`, key.value, model, signal, world);
    if (longer.ok)
      return { ok: false, words: `Almost: the server answers at ${base}/v1. Enter that as the Server URL.` };
  }
  return refused(first.refusal);
}

async function ask(
  base: string,
  apiKey: string,
  model: string,
  signal: AbortSignal,
  world: ChatWorld,
): Promise<Result<true>> {
  const startedAt = world.now();
  const timeLeft = () => Math.max(0, TASK_MS - (world.now() - startedAt));
  const messages = [{ role: 'user' as const, content: 'Answer with the single word OK.' }];
  const answer = createAnswer(new Set());
  for await (const event of chat(
    { base, apiKey, model, messages, tools: [], signal, timeLeft, taskMs: TASK_MS },
    world,
  )) {
    if (event.type === 'failed') return { ok: false, refusal: event.refusal };
    if (event.type === 'piece') answer.accept(event.piece);
  }
  const { reason, detail } = answer.verdict();
  // A model that thinks aloud or is cut short is there all the same: the connection is what was asked about.
  if (reason === null || (reason === 'model-incomplete' && answer.written() > 0)) return ok(true);
  return { ok: false, refusal: { code: reason, detail: detail ?? undefined } };
}

const refused = ({ code, detail }: Refusal): ConnectionAnswer => ({
  ok: false,
  words: reasonWords(code, detail),
});
