import type { FromPage, ToPage } from '../../bridge/messages';
import type { Observation } from '../../core/observation';
import { type ActOutcome, failed, unknown } from '../../core/outcome';
import type { Http, Ports, Reader, Writer } from '../../core/ports';
import { ok, type Result, refuse } from '../../core/result';
import { type AnyEffectTool, isEffect } from '../../core/tool';
import { act, prove } from '../../tools/parts/act';
import type { Patience } from '../../tools/parts/patience';
import { findTool } from '../../tools/registry';
import type { CustomTools, PageAddress, Pages } from '../deps';

type Act = ToPage & { type: 'act' };
type Prove = ToPage & { type: 'prove' };

/** A server elsewhere is asked once a second, not four times. */
const PATIENCE: Patience = { proofMs: 8_000, pollMs: 1_000, rulesMs: 0 };

/**
 * Pages whose panel also has tools of files. Such an act leaves from here; the page is only looked at, and the key never
 * comes near it. Asked twice for one action, acts once.
 */
export function withCustomTools(pages: Pages, tools: CustomTools, patience: Patience = PATIENCE): Pages {
  const outcomes = new Map<string, Promise<ActOutcome>>();
  const since = Date.now();

  async function ask(page: PageAddress, message: ToPage): Promise<Result<FromPage>> {
    switch (message.type) {
      case 'act': {
        const tool = customTool(message.tool);
        if (!tool) return await pages.ask(page, message);
        const running = outcomes.get(message.key) ?? actThere(page, tool, message);
        outcomes.set(message.key, running);
        return ok({ type: 'outcome', outcome: await running, since });
      }
      case 'outcome': {
        const known = outcomes.get(message.key);
        return known ? ok({ type: 'outcome', outcome: await known, since }) : await pages.ask(page, message);
      }
      case 'prove': {
        const tool = customTool(message.tool);
        if (!tool) return await pages.ask(page, message);
        return ok({ type: 'outcome', outcome: await proveThere(page, tool, message), since });
      }
      default:
        return await pages.ask(page, message);
    }
  }

  async function actThere(page: PageAddress, tool: AnyEffectTool, message: Act): Promise<ActOutcome> {
    const input = tool.input.safeParse(JSON.parse(message.input));
    if (!input.success) return failed({ code: 'bad-arguments' });
    const signed = message.binding.outside ?? '';
    const http = await tools.http(
      { name: tool.name, digest: tool.custom?.digest ?? '' },
      message.key,
      signed,
    );
    if (!http.ok) return failed(http.refusal);
    const { binding } = message;
    const outcome = await act({
      tool,
      input: input.data,
      binding,
      ports: portsFor(page, http.value),
      patience,
    });
    return told(outcome, tool, http.value);
  }

  async function proveThere(page: PageAddress, tool: AnyEffectTool, message: Prove): Promise<ActOutcome> {
    const input = tool.input.safeParse(JSON.parse(message.input));
    if (!input.success) return unknown({ code: 'bad-arguments' });
    const { before, changes } = message;
    const http = await tools.http(
      { name: tool.name, digest: tool.custom?.digest ?? '' },
      message.key ?? '',
      null,
    );
    if (!http.ok) return unknown(http.refusal);
    const answer = { outcome: 'unknown', refusal: { code: 'no-answer' } } as const;
    const ports = portsFor(page, http.value);
    const outcome = await prove({ tool, input: input.data, before, changes, answer, ports, patience });
    return told(outcome, tool, http.value);
  }

  function portsFor(page: PageAddress, http: Http): Ports {
    const reader: Reader = { look: () => screen(page) };
    return { reader, writer: NO_HANDS, http };
  }

  async function screen(page: PageAddress): Promise<Result<Observation>> {
    const eyes = { channel: 'page', record: null, sessionAllowed: false } as const;
    const answer = await pages.ask(page, { type: 'look', ...eyes });
    if (!answer.ok) return answer;
    if (answer.value.type === 'refused') return { ok: false, refusal: answer.value.refusal };
    return answer.value.type === 'seen' ? ok(answer.value.seen) : refuse('no-page');
  }

  return { ...pages, ask };
}

function customTool(name: string): AnyEffectTool | null {
  const tool = findTool(name);
  return tool?.custom && isEffect(tool) ? tool : null;
}

/** Where it was read back, and what was made there, for the receipt. The card's lines stand as they were signed. */
function told(outcome: ActOutcome, tool: AnyEffectTool, http: Http): ActOutcome {
  const proof = outcome.proof === '' ? '' : `Read back from ${tool.custom?.host ?? ''}.`;
  const { twice = [] } = http;
  // A browser sends a request anew by itself when a connection that was used before breaks without an answer.
  const observed =
    twice.length > 1 && outcome.status === 'done'
      ? [
          ...outcome.observed,
          `It is there ${twice.length} times: ${twice.join(', ')}. Take the others away there.`,
        ]
      : outcome.observed;
  return { ...outcome, observed, changes: [], proof, messageKey: outcome.messageKey ?? http.made ?? null };
}

const none = async () => ({ outcome: 'refused', refusal: { code: 'not-supported' } }) as const;

/** A tool of a file writes to its own server only, never to the helpdesk. */
const NO_HANDS: Writer = {
  channel: 'token',
  setField: none,
  addTag: none,
  removeTag: none,
  post: none,
  operate: none,
  removeMessage: none,
  insertDraft: none,
  restoreDraft: none,
};
