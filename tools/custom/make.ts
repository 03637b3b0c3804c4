import * as z from 'zod/mini';
import type { Call, CustomTool, KeptTool } from '../../core/custom/format';
import { originOf } from '../../core/custom/read-file';
import { valuesAt } from '../../core/json-path';
import type { Observation } from '../../core/observation';
import type { Guard, Ports, WriteAnswer } from '../../core/ports';
import { type ReasonCode, reasonWords } from '../../core/reasons';
import { ok, type Result, refuse } from '../../core/result';
import type { AnyTool, Change, Custom, IrreversibleTool, ReadTool, ReversibleTool } from '../../core/tool';
import { blanksFor, MADE } from './blanks';
import { commitCall, drawCall, verifyCall } from './effect';
import { describe, type Input, inputsOf } from './input';
import { amountOf, decimalOf, moneyWords } from './money';
import { read } from './requests';

/** Why it may say no, beside what may stop any tool. */
const ERRORS: readonly ReasonCode[] = [
  'missing-value',
  'not-fitting',
  'amount-missing',
  'over-ceiling',
  'tool-changed',
  'already-so',
  'unknown-value',
];

/** The tools that one file means: the tool itself and, where it can be taken back, the one that undo uses. */
export function toolsOf(kept: KeptTool): AnyTool[] {
  const { tool } = kept;
  if (tool.class === 'R0') return [readTool(kept)];
  const { call, undo } = tool;
  if (!call) throw new Error(`${tool.name} has no call`);
  if (tool.class === 'R4') return [irreversible(kept, call)];
  return undo ? [reversible(kept, call), undoTool(kept, undo)] : [];
}

const undoName = (tool: CustomTool): string => `undo_${tool.name}`;

function common(kept: KeptTool) {
  const { tool } = kept;
  const { whole, asked } = inputsOf(tool);
  return {
    name: tool.name,
    version: tool.version,
    description: describe(tool),
    title: (input: Input) => titleOf(tool, input),
    input: whole,
    asked,
    offeredIn: ['Review'] as const,
    audience: tool.audience,
    externalEffect: 'certain' as const,
    money: tool.money !== undefined,
    right: `do this at ${new URL(originOf(tool)).host}`,
    errors: ERRORS,
    // a look at the server, a search there, and the request itself: each has 20 s
    budget: { calls: 6, ms: 65_000 },
    masked: [],
    idempotency: 'read-back' as const,
    concurrency: 'compare-and-set' as const,
    editable: tool.money ? tool.money.input : firstText(tool),
  };
}

/** A title never fails: what is not there yet is a gap. */
function titleOf(tool: CustomTool, input: Input): string {
  const money = tool.money;
  const amount = money ? input[money.input] : undefined;
  return tool.title.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    if (name === 'money.currency') return money?.currency ?? '';
    if (name === 'money.decimal')
      return money && typeof amount === 'number' ? decimalOf(amount, money.decimals) : '…';
    return String(input[name.replace(/^input\./, '')] ?? '…');
  });
}

function firstText({ input }: CustomTool): string | null {
  const free = Object.entries(input.properties).find(([, one]) => one.type === 'string' && !('enum' in one));
  return free?.[0] ?? null;
}

function custom({ tool, digest }: KeptTool, call: Call | null, undoWords: string): Custom<Input> {
  const { money } = tool;
  const amount = (input: Input): number | null => {
    const value = money ? input[money.input] : undefined;
    return typeof value === 'number' ? value : null;
  };
  const editable = money ? money.input : firstText(tool);
  return {
    host: new URL(originOf(tool)).host,
    identity: tool.auth?.identity ?? '',
    digest,
    undoWords,
    money: money
      ? {
          amount,
          words: (input) => {
            const value = amount(input);
            return value === null ? `… ${money.currency}` : moneyWords(value, money);
          },
          tool: {
            perCall: money.perCall,
            perTicket: money.perTicket,
            words: (value) => moneyWords(value, money),
          },
        }
      : null,
    fits: (seen) => seen.record.type === 'ticket',
    draw: async (input, seen, http) => (call ? await drawCall(tool, call, input, seen, http) : ok([])),
    fromText: (text) => (money ? amountOf(text, money) : text),
    toText: (input) => {
      const value = editable === null ? undefined : input[editable];
      return money && typeof value === 'number' ? decimalOf(value, money.decimals) : String(value ?? '');
    },
  };
}

/** Without its server a tool can only say whether the input is whole. */
function previewOf(tool: CustomTool, input: Input): Result<Change[]> {
  const open = tool.money && input[tool.money.input] === undefined;
  return open ? refuse('amount-missing') : ok([]);
}

function effectParts(kept: KeptTool, call: Call) {
  const { tool } = kept;
  return {
    touches: { what: 'server' as const },
    preconditions: ['ticket'] as const,
    observes: false,
    preview: (input: Input) => previewOf(tool, input),
    commit: (input: Input, ports: Ports, guard: Guard) => commitCall(tool, call, input, ports, guard),
    verify: async (
      input: Input,
      before: Observation,
      _after: Observation,
      answer: WriteAnswer,
      ports?: Ports,
    ) => {
      const { verdict, made } = await verifyCall(tool, call, input, before, answer, ports);
      if (made !== '' && ports?.http) ports.http.made = made;
      return verdict;
    },
  };
}

function irreversible(kept: KeptTool, call: Call): IrreversibleTool<Input> {
  const why = kept.tool.irreversible ?? '';
  return {
    ...common(kept),
    ...effectParts(kept, call),
    class: 'R4',
    irreversible: why,
    held: false,
    custom: custom(kept, call, why),
  };
}

function reversible(kept: KeptTool, call: Call): ReversibleTool<Input> {
  const { tool } = kept;
  return {
    ...common(kept),
    ...effectParts(kept, call),
    class: tool.class as 'R1' | 'R2' | 'R3',
    custom: custom(kept, call, tool.undo?.words ?? ''),
    compensate: ({ input, messageKey }) =>
      ok({ tool: undoName(tool), input: { ...input, [MADE]: messageKey ?? '' } }),
  };
}

/** What undo calls. Nobody can ask for it; it takes the input of the tool, and what was made. */
function undoTool(kept: KeptTool, undo: Call & { words: string }): ReversibleTool<Input> {
  const { tool } = kept;
  const shape = {
    ...(inputsOf(tool).whole as z.ZodMiniObject).shape,
    [MADE]: z.string().check(z.maxLength(500)),
  };
  return {
    ...common(kept),
    ...effectParts(kept, undo),
    name: undoName(tool),
    input: z.strictObject(shape) as z.ZodMiniType<Input>,
    offeredIn: [],
    editable: null,
    money: false,
    class: tool.class as 'R1' | 'R2' | 'R3',
    custom: { ...custom(kept, undo, undo.words), money: null },
    compensate: () => refuse('nothing-to-undo'),
  };
}

function readTool(kept: KeptTool): ReadTool<Input> {
  const { tool } = kept;
  return {
    ...common(kept),
    class: 'R0',
    output: z.string().check(z.maxLength(12_000)),
    editable: null,
    custom: custom(kept, null, ''),
    read: async (input, seen, _search, http) => {
      const { read: asks } = tool;
      if (!asks || !http) return reasonWords('not-supported');
      const answer = await read(asks.url, blanksFor(tool, input, seen, http.key), http, asks.headers);
      if (!answer.ok) return reasonWords(answer.refusal.code, answer.refusal.detail);
      const lines = asks.answer.flatMap(({ label, path }) => {
        const values = plain(valuesAt(answer.value.json, path));
        return values.length > 0 ? [`${label}: ${values.join(', ').slice(0, 500)}`] : [];
      });
      return lines.length > 0
        ? lines.join('\n')
        : 'The server’s answer has none of the values that this tool reads.';
    },
  };
}

const plain = (values: unknown[]): string[] =>
  values
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value) => ['string', 'number', 'boolean'].includes(typeof value))
    .slice(0, 20)
    .map(String);

/** For a check of a file before it is kept: its title with nothing filled in. */
export function plainTitle(tool: CustomTool): string {
  return titleOf(tool, {});
}
