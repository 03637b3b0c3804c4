/** What was seen of one request below the SDK, where it cannot tell these apart. */
export interface Wire {
  /** The server answered with something that no model server answers with. */
  notAModel: boolean;
  /** It wants us elsewhere; the key is not sent after it. */
  redirected: boolean;
  /** Bytes of the body were too many to be an answer. */
  flooded: boolean;
  /** Any byte of the answer arrived. */
  bytes: number;
}

const MAX_ANSWER_BYTES = 16_000_000;

/**
 * `fetch` for the SDK: follows no redirect, sends no cookies, refuses web pages, counts bytes, reports signs of life,
 * and turns a whole JSON completion (some servers do not stream) into a stream of one piece.
 */
export function wiredFetch(
  fetch: typeof globalThis.fetch,
  wire: Wire,
  alive: () => void,
): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, {
      ...init,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    alive();
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      wire.redirected = true;
      throw new Error('redirected');
    }
    const type = response.headers.get('content-type') ?? '';
    if (/\bhtml\b/i.test(type) || (response.ok && !response.body)) {
      wire.notAModel = true;
      // A refusal keeps its status; only a page that says "200" pretends to be an answer.
      if (response.ok) throw new Error('not a model');
    }
    const counted = response.body ? response.body.pipeThrough(counter(wire, alive)) : null;
    const seen = new Response(counted, { status: response.status, headers: response.headers });
    return response.ok && /\bapplication\/(?:[\w.+-]*\+)?json\b/i.test(type)
      ? await asStream(seen, wire)
      : seen;
  };
}

function counter(
  wire: Wire,
  alive: () => void,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({
    transform(chunk, controller) {
      alive();
      wire.bytes += chunk.byteLength;
      if (wire.bytes <= MAX_ANSWER_BYTES) return controller.enqueue(chunk);
      wire.flooded = true;
      controller.error(new Error('too many bytes'));
    },
  });
}

/** `message` becomes `delta`; everything else about the answer is judged where streams are judged. */
async function asStream(response: Response, wire: Wire): Promise<Response> {
  const text = await response.text();
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    wire.notAModel = true;
    throw new Error('not a model');
  }
  const piece =
    isRecord(whole) && Array.isArray(whole.choices)
      ? { ...whole, choices: whole.choices.map(toDelta) }
      : whole;
  return new Response(`data: ${JSON.stringify(piece)}\n\ndata: [DONE]\n\n`, {
    headers: { 'content-type': 'text/event-stream' },
  });
}

function toDelta(choice: unknown): unknown {
  if (!isRecord(choice) || !isRecord(choice.message)) return choice;
  const { message, ...rest } = choice;
  const calls = Array.isArray(message.tool_calls)
    ? message.tool_calls.map((call: unknown, index) => (isRecord(call) ? { ...call, index } : call))
    : message.tool_calls;
  return { ...rest, delta: { ...message, tool_calls: calls } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
