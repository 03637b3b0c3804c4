/** What the server says when it has no script: a plain reply, or three calls where effect tools are offered. */
export function demoAnswer(body) {
  const names = (body?.tools ?? []).map((tool) => tool.function?.name);
  const reply = 'Hello,\n\nthank you for your message. The refund takes **5–7 business days**.';
  const calls = [
    { name: 'add_tag', arguments: { tag: 'refund' } },
    { name: 'set_status', arguments: { status: 'Pending' } },
    { name: 'send_reply', arguments: { body: reply } },
  ].filter((call) => names.includes(call.name));
  const usage = { prompt_tokens: 400, completion_tokens: 60, total_tokens: 460 };
  return calls.length > 0 ? { text: 'These fit.', calls, usage } : { text: reply, usage };
}
