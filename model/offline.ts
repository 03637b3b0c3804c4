import type { Engine, EngineEvent, EngineRequest } from '../core/engine';
import type { Library } from '../core/library';
import { compose } from './offline/compose';
import { MAX_CALLS, macroAskedFor, proposeSteps } from './offline/propose';
import { suggest } from './offline/suggest';
import { extract } from './offline/summary';

/**
 * The built-in engine: it has no language model, so it cannot be talked into anything by a ticket. The same ticket,
 * knowledge and instructions always give the same answer.
 *
 * A whole answer may carry `detail` in its `end` event: a remark for the person, such as which instruction was left out.
 */
export function createOfflineEngine(library: Library): Engine {
  return {
    id: 'offline',
    label: 'Offline, no language model',
    model: 'offline',
    async *step(request) {
      // A later step only follows answers to calls, and this engine asks for no answers.
      if (request.turns.length > 0) return yield { type: 'end' };
      const events = request.task === 'summary' ? summary(request) : answer(request, library);
      yield* untilStopped(events, request.signal);
    },
  };
}

function* summary({ seen }: EngineRequest): Generator<EngineEvent> {
  yield { type: 'text', delta: extract(seen) };
  yield { type: 'usage', inputTokens: 0, outputTokens: 0, costMicroUsd: 0 };
  yield { type: 'end' };
}

function* answer(request: EngineRequest, library: Library): Generator<EngineEvent> {
  const draft = compose(request, library);
  const remark = draft.remarks.length > 0 ? { detail: draft.remarks.join(' ') } : {};
  if (request.mode === 'Suggest') {
    const { text, sources } = suggest(request, draft, library);
    yield* streamed(text);
    for (const source of sources) yield { type: 'source', source };
  } else if (request.mode === 'Draft') {
    yield* streamed(draft.text);
    for (const source of draft.sources) yield { type: 'source', source };
  } else {
    yield* proposals(request, draft, library);
  }
  yield { type: 'usage', inputTokens: 0, outputTokens: 0, costMicroUsd: 0 };
  yield { type: 'end', ...remark };
}

function* proposals(
  request: EngineRequest,
  draft: ReturnType<typeof compose>,
  library: Library,
): Generator<EngineEvent> {
  const macro = macroAskedFor(request);
  if (macro !== null) {
    yield* streamed(`- **Apply the macro “${macro}”**: You asked for it.`);
    const argumentsText = JSON.stringify({ macro });
    return yield { type: 'call', id: 'offline-1', name: 'apply_macro', argumentsText };
  }
  const sends = request.tools.some((t) => t.name === 'send_reply');
  const steps = proposeSteps(request, draft, library).slice(0, sends ? MAX_CALLS - 1 : MAX_CALLS);
  const words = steps.map((s) => `- **${s.words}**: ${s.why}`);
  if (sends) words.push('- **Send the reply**: Read it on its card first; it is held before it leaves.');
  yield* streamed(
    words.length > 0 ? words.join('\n') : 'Nothing to propose: no macro and no rule fits this ticket.',
  );
  for (const source of draft.sources) yield { type: 'source', source };
  const calls = steps.map((s) => ({ name: s.name, args: s.args }));
  // The reply comes last: it waits for its hold, and the other changes need not.
  if (sends) calls.push({ name: 'send_reply', args: { body: draft.text } });
  for (const [i, call] of calls.entries()) {
    yield { type: 'call', id: `offline-${i + 1}`, name: call.name, argumentsText: JSON.stringify(call.args) };
  }
}

/** A few pieces, cut at line ends and sentences, so that the text grows before the reader's eyes. */
function* streamed(text: string): Generator<EngineEvent> {
  for (const delta of text.match(/[^\n.!?]*(?:[\n.!?]+\s*|$)/g) ?? [])
    if (delta !== '') yield { type: 'text', delta };
}

async function* untilStopped(
  events: Iterable<EngineEvent>,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
  for (const event of events) {
    // Lets a click on Stop, and a redraw, come in between.
    await new Promise((resume) => setTimeout(resume));
    if (signal.aborted) return yield { type: 'end', reason: 'stopped' };
    yield event;
  }
}
