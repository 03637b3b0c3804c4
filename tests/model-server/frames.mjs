/** Turns one scripted answer into the frames of a streamed chat completion. */

const piece = (delta, finish = null, more = {}) => ({
  id: 'chatcmpl-scripted',
  object: 'chat.completion.chunk',
  created: 0,
  model: 'scripted',
  choices: [{ index: 0, delta, finish_reason: finish }],
  ...more,
});

const cut = (text, size) => text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'gu')) ?? [];

/** @param {import('./server.mjs').Answer} answer */
export function framesOf(answer) {
  const frames = [];
  if (answer.pieces) return [...answer.pieces, ...(answer.done === false ? [] : ['[DONE]'])];
  frames.push(piece({ role: 'assistant', content: '' }));
  for (const part of cut(answer.text ?? '', answer.letters ?? 12)) frames.push(piece({ content: part }));
  for (const [index, call] of (answer.calls ?? []).entries()) {
    const text = typeof call.arguments === 'string' ? call.arguments : JSON.stringify(call.arguments ?? {});
    const id = call.id ?? `call_${index}`;
    frames.push(
      piece({
        tool_calls: [
          { index: call.index ?? index, id, type: 'function', function: { name: call.name, arguments: '' } },
        ],
      }),
    );
    for (const part of cut(text, answer.letters ?? 12))
      frames.push(piece({ tool_calls: [{ index: call.index ?? index, function: { arguments: part } }] }));
  }
  const finish = answer.finish === undefined ? (answer.calls?.length ? 'tool_calls' : 'stop') : answer.finish;
  if (finish !== null) frames.push(piece({}, finish));
  if (answer.usage) frames.push({ ...piece({}), choices: [], usage: answer.usage });
  if (answer.done !== false) frames.push('[DONE]');
  return frames;
}

/** The same answer as one JSON object, for servers that do not stream. */
export function wholeOf(answer) {
  const calls = (answer.calls ?? []).map((call, i) => ({
    id: call.id ?? `call_${i}`,
    type: 'function',
    function: { name: call.name, arguments: JSON.stringify(call.arguments ?? {}) },
  }));
  return {
    id: 'chatcmpl-scripted',
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: answer.text ?? null,
          ...(calls.length > 0 ? { tool_calls: calls } : {}),
        },
        finish_reason: answer.finish ?? (calls.length > 0 ? 'tool_calls' : 'stop'),
      },
    ],
    ...(answer.usage ? { usage: answer.usage } : {}),
  };
}
