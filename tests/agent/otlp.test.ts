import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { trajectoryOf } from '../../agent/atif';
import { tracesUrl } from '../../agent/collector';
import { otlpExport } from '../../agent/otlp';
import { traceRuns } from '../../core/trace';
import { must, newProfile, openPanel, text } from '../storage/harness';
import { sampleStore } from '../storage/sample-log';

const SOURCE = { installationId: 'i-1', extensionVersion: '0.1.0' };
const record = { site: 'demo-desk', host: 'desk.example', type: 'ticket', id: '17' };

/** A run with a call of the model, one action that happened and one that failed, and an undo of the first. */
async function runLog() {
  const store = await openPanel(newProfile());
  const action = (actionId: string, more: object = {}) => ({
    actionId,
    tool: 'add_tag',
    class: 'R2',
    channel: 'page',
    account: 'ada',
    record,
    ...more,
  });
  const write = async (
    kind: Parameters<typeof store.append>[0]['kind'],
    runId: string,
    data: object,
    contents = {},
    actor: 'user' | 'model' = 'user',
  ) => must(await store.append({ kind, runId, actor: { kind: actor }, data: data as never, contents }));
  await write(
    'run.started',
    'r1',
    { taskType: 'propose_actions', model: 'm1', mode: 'Review', record },
    { instructions: text('Tag it') },
  );
  await write('context.seen', 'r1', { messages: 2, hidden: 0 }, { seen: text('From: Zoë') });
  await write(
    'model.called',
    'r1',
    {
      engine: 'openai-compatible',
      model: 'm1',
      status: 'ok',
      latencyMs: 400,
      inputTokens: 120,
      outputTokens: 30,
      costMicroUsd: 55,
    },
    {},
    'model',
  );
  await write(
    'draft.made',
    'r1',
    { incomplete: false, sources: ['macro: Returns'] },
    { draft: text('Dear Zoë') },
  );
  await write(
    'action.proposed',
    'r1',
    action('a1', { rules: ['every-change-is-signed'], verdict: 'ask' }),
    { input: text('{"tag":"vip"}') },
    'model',
  );
  await write('approval.granted', 'r1', action('a1'));
  await write('action.started', 'r1', action('a1'));
  await write('action.done', 'r1', action('a1', { proof: 'Read back from the record (page).' }));
  await write('action.started', 'r1', action('a2'));
  await write('action.failed', 'r1', action('a2', { reason: 'site-refused' }));
  await write('run.finished', 'r1', {
    outcome: 'done',
    costMicroUsd: 55,
    steps: [{ sources: ['macro: Returns', 'article: Post'] }],
  });
  await write('run.started', 'r2', { taskType: 'undo', model: 'none', record });
  await write('action.started', 'r2', action('a3', { undoes: 'a1' }));
  await write('action.done', 'r2', action('a3', { undoes: 'a1' }));
  return store;
}

describe('the trace of a run', () => {
  it('tells everything from the log alone, the undo in another run too', async () => {
    const store = await runLog();
    const [run] = traceRuns(await store.entries());
    expect(run).toMatchObject({
      taskType: 'propose_actions',
      outcome: 'done',
      record,
      inputTokens: 120,
      outputTokens: 30,
      modelMs: 400,
      costMicroUsd: 55,
      sources: ['macro: Returns', 'article: Post'],
    });
    expect(run?.steps.map((s) => s.part)).toEqual([
      'intent',
      'context',
      'model',
      'draft',
      'proposal',
      'signature',
      'call',
      'proof',
      'call',
      'proof',
      'end',
      'undo',
      'undo',
    ]);
    expect(run?.actions.map((a) => [a.actionId, a.status, a.undoneBy])).toEqual([
      ['a1', 'done', 'a3'],
      ['a2', 'failed', null],
    ]);
    expect(run?.steps.every((s, i, all) => s.sinceMs >= (all[i - 1]?.sinceMs ?? 0))).toBe(true);
  });
});

describe('OpenTelemetry spans', () => {
  it('use the GenAI names, and hold no text of a customer', async () => {
    const store = await runLog();
    const { resourceSpans } = otlpExport(traceRuns(await store.entries()), SOURCE);
    const spans = resourceSpans[0]?.scopeSpans[0]?.spans ?? [];
    expect(spans.map((s) => [s.name, s.kind, s.status.code])).toEqual([
      ['invoke_agent countersign', 1, 1],
      ['chat m1', 3, 1],
      ['execute_tool add_tag', 1, 1],
      ['execute_tool add_tag', 1, 2],
      ['invoke_agent countersign', 1, 0],
      ['execute_tool add_tag', 1, 1],
    ]);
    const [root, model] = spans;
    expect(model?.parentSpanId).toBe(root?.spanId);
    expect(model?.attributes).toContainEqual({
      key: 'gen_ai.usage.input_tokens',
      value: { intValue: '120' },
    });
    for (const span of spans) {
      expect(span.traceId).toMatch(/^[0-9a-f]{32}$/);
      expect(span.spanId).toMatch(/^[0-9a-f]{16}$/);
      expect(BigInt(span.endTimeUnixNano) >= BigInt(span.startTimeUnixNano)).toBe(true);
    }
    expect(new Set(spans.map((s) => s.spanId)).size).toBe(spans.length);
    expect(JSON.stringify(resourceSpans)).not.toMatch(/Zoë|Tag it|vip/);
  });

  const parser = openTelemetryParser();
  it.skipIf(parser === null)(
    'are read by OpenTelemetry’s own parser, and nothing of them is lost (needs @opentelemetry/otlp-transformer 0.211)',
    async () => {
      for (const store of [await runLog(), await sampleStore()]) {
        const request = otlpExport(traceRuns(await store.entries()), SOURCE);
        const bytes = parser?.encode(parser.fromObject(request)).finish();
        const read = bytes && parser?.toObject(parser.decode(bytes), { longs: String, bytes: String });
        // An empty list and no list are the same in its bytes.
        const lean = (_: string, value: unknown) =>
          Array.isArray(value) && value.length === 0 ? undefined : value;
        expect(read).toEqual(JSON.parse(JSON.stringify(request, lean)));
      }
      expect(() => parser?.fromObject({ resourceSpans: 1 })).toThrow();
    },
  );

  it('go to the collector’s traces path, and to http addresses only', () => {
    expect(tracesUrl('http://localhost:4318')).toBe('http://localhost:4318/v1/traces');
    expect(tracesUrl('https://c.example/otlp/v1/traces')).toBe('https://c.example/otlp/v1/traces');
    for (const bad of ['', 'localhost:4318', 'javascript:1', 'file:///x', 'https://me:pw@c.example'])
      expect(tracesUrl(bad)).toBeNull();
  });
});

describe('a trajectory (ATIF v1.4)', () => {
  it('has steps from 1, calls with arguments, results that name their call, and sums', async () => {
    const store = await runLog();
    const [run] = traceRuns(await store.entries());
    if (!run) throw new Error('no run');
    const found = await trajectoryOf(run, '0.1.0', async (hash) => (await store.content(hash))?.text ?? null);
    expect(found.steps.map((s) => s.step_id)).toEqual(found.steps.map((_, i) => i + 1));
    expect(found.steps.map((s) => [s.source, s.message])).toEqual([
      ['user', 'Tag it'],
      ['system', 'From: Zoë'],
      ['agent', 'Dear Zoë'],
      ['user', 'approval.granted'],
    ]);
    const agent = found.steps[2];
    expect(agent).toMatchObject({
      model_name: 'm1',
      tool_calls: [{ tool_call_id: 'a1', function_name: 'add_tag', arguments: { tag: 'vip' } }],
      observation: {
        results: [{ source_call_id: 'a1', content: 'action.done: Read back from the record (page).' }],
      },
      metrics: { prompt_tokens: 120, completion_tokens: 30, cost_usd: 0.000055 },
    });
    expect(found.final_metrics).toEqual({
      total_prompt_tokens: 120,
      total_completion_tokens: 30,
      total_cost_usd: 0.000055,
      total_steps: 4,
    });
  });
});

interface Parser {
  fromObject(value: unknown): object;
  encode(message: object): { finish(): Uint8Array };
  decode(bytes: Uint8Array): object;
  toObject(message: object, options: object): unknown;
}

/** The classes that OpenTelemetry generates from its own protocol description; null where they are not installed. */
function openTelemetryParser(): Parser | null {
  const require = createRequire(import.meta.url);
  const path = '@opentelemetry/otlp-transformer/build/src/generated/root.js';
  try {
    require.resolve(path);
  } catch {
    return null;
  }
  return require(path).opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
}
