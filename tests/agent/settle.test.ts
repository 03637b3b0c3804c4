import { expect, it } from 'vitest';
import type { AgentDeps } from '../../agent/deps';
import { settle } from '../../agent/settle';
import type { FromPage, ToPage } from '../../bridge/messages';
import type { Observation } from '../../core/observation';
import type { ActOutcome } from '../../core/outcome';
import { ok, refuse } from '../../core/result';

const RECORD = { site: 'desk', host: 'desk.example', type: 'ticket', id: '3' } as const;
const DONE = { status: 'done', refusal: null } as unknown as ActOutcome;
const TICKET = 'https://desk.example/conversation/3';
const NEXT = 'https://desk.example/conversation/5';
const LIST = 'https://desk.example/queue';

/** A tab that stands on `url` after the act; the document that acted is gone. */
function tab(url: string) {
  const loads: string[] = [];
  let at = url;
  let now = 0;
  const seen = () => {
    const id = /(\d+)$/.exec(at)?.[1];
    const record = id ? { ...RECORD, id } : { ...RECORD, type: 'document', id: at };
    return { record, messages: [], fields: [], url: at } as unknown as Observation;
  };
  const ask = async (_page: unknown, message: ToPage) => {
    if (message.type === 'outcome') return refuse('no-page');
    if (message.type === 'look')
      return ok({ type: 'seen', seen: seen(), sessionPossible: false } as FromPage);
    return ok({ type: 'outcome', outcome: DONE, since: 0 } as FromPage);
  };
  const deps = {
    pages: { ask, attach: async (tabId: number) => ok({ tabId, documentId: `doc-${loads.length}` }) },
    tabs: {
      settled: async () => true,
      load: async (_tabId: number, to: string) => {
        loads.push(to);
        at = to;
      },
    },
    clock: { now: () => (now += 2_000) },
  } as unknown as AgentDeps;
  const settled = (channel: 'page' | 'session', from: string | null = TICKET) =>
    settle(deps, {
      actionId: 'a',
      tool: { name: 'set_status' },
      input: {},
      changes: [],
      binding: { record: RECORD, channel, values: [] },
      sessionAllowed: channel === 'session',
      page: { tabId: 1, documentId: 'gone' },
      seen: from ? { url: from } : null,
      startedAt: 1,
    } as unknown as Parameters<typeof settle>[1]);
  return { loads, settled };
}

it('reads the record back where the page comes back to it', async () => {
  const { loads, settled } = tab(TICKET);
  expect(await settled('page')).toBe(DONE);
  expect(loads).toEqual([]);
});

it.each([NEXT, LIST])('brings the record back once where the helpdesk went on to %s', async (url) => {
  const { loads, settled } = tab(url);
  expect(await settled('page')).toBe(DONE);
  expect(loads).toEqual([TICKET]);
});

it('stays uncertain where nothing says where the record was, and never sends a tab away for a session', async () => {
  const lost = tab(NEXT);
  expect((await lost.settled('page', null)).status).toBe('unknown');
  const session = tab(NEXT);
  expect((await session.settled('session')).status).toBe('unknown');
  expect([...lost.loads, ...session.loads]).toEqual([]);
});
