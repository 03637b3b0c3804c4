import type { Observation } from '../../core/observation';
import { reasonWords } from '../../core/reasons';
import type { Reads } from '../../core/tool';
import { answerCall, type ParsedCall } from '../calls';
import type { AgentDeps } from '../deps';
import type { RunRecord } from '../run-record';

/** Asks the server of a reading tool, and writes down what was asked and answered: it leaves this machine. */
export async function lookUp(
  deps: AgentDeps,
  run: RunRecord,
  call: ParsedCall,
  seen: Observation,
  reads: Reads,
): Promise<string> {
  const { tool, input } = call;
  const since = deps.clock.now();
  const digest = tool.custom?.digest ?? '';
  const http = await deps.customTools.http({ name: tool.name, digest }, deps.newId(), null);
  const answer = http.ok
    ? await answerCall(call, seen, reads, http.value)
    : reasonWords(http.refusal.code, http.refusal.detail);
  const latencyMs = Math.round(deps.clock.now() - since);
  const server = tool.custom?.host ?? '';
  const status = http.ok ? 'ok' : http.refusal.code;
  run.steps.push({ type: 'read', tool: tool.name, status, latencyMs, sources: [server] });
  const { site, type, id, host } = seen.record;
  await deps.log.append({
    kind: 'tool.read',
    runId: run.runId,
    actor: { kind: 'model' },
    data: {
      tool: tool.name,
      toolVersion: tool.version,
      file: digest,
      server,
      identity: tool.custom?.identity ?? '',
      record: { site, type, id, host },
      status,
      latencyMs,
    },
    contents: {
      input: { mediaType: 'application/json', text: JSON.stringify(input) },
      answer: { mediaType: 'text/plain', text: answer },
    },
  });
  return answer;
}
