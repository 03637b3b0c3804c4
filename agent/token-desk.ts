import type { FromPage, ToPage } from '../bridge/messages';
import type { Ability, Observation } from '../core/observation';
import { type ActOutcome, failed } from '../core/outcome';
import type { Ports } from '../core/ports';
import type { RecordRef } from '../core/record';
import { sameRecord } from '../core/record';
import { ok, type Result, refuse } from '../core/result';
import type { AskedApi, SiteDescriptor } from '../core/site';
import { type AnyEffectTool, isEffect } from '../core/tool';
import { changedBy, readHistory } from '../sites/api/history';
import { mergeLooks } from '../sites/api/merge';
import { lookOverApi } from '../sites/api/reader';
import type { Transport } from '../sites/api/send';
import { tokenTransport } from '../sites/api/token';
import { createApiWriter } from '../sites/api/writer';
import { siteById } from '../sites/registry';
import { abilitiesOf } from '../tools/parts/abilities';
import { act, prove } from '../tools/parts/act';
import { PATIENCE, type Patience } from '../tools/parts/patience';
import { findTool } from '../tools/registry';
import type { PageAddress, Pages } from './deps';

/** The tokens that the person gave, by host with port; and how a request leaves the panel. */
export interface Tokens {
  of(host: string): Promise<string | null>;
  fetch(url: string, init: RequestInit): Promise<Response>;
}

type Act = ToPage & { type: 'act' };
type Prove = ToPage & { type: 'prove' };

/**
 * Pages whose helpdesk is also reached with a token. A look at the screen is the page's own; what goes by token is
 * looked at, done and proved from here, and the token never comes near the page. Asked twice for one key, acts once.
 */
export function withTokens(pages: Pages, tokens: Tokens, patience?: Patience): Pages {
  const outcomes = new Map<string, Promise<ActOutcome>>();
  const since = Date.now();

  async function ask(page: PageAddress, message: ToPage): Promise<Result<FromPage>> {
    switch (message.type) {
      case 'look':
        if (message.channel === 'token') return await lookByToken(page, message.record);
        return await withAbilities(await pages.ask(page, message));
      case 'act': {
        if (message.channel !== 'token') return await pages.ask(page, message);
        const running = outcomes.get(message.key) ?? actByToken(page, message);
        outcomes.set(message.key, running);
        return ok({ type: 'outcome', outcome: await running, since });
      }
      case 'outcome': {
        const known = outcomes.get(message.key);
        return known ? ok({ type: 'outcome', outcome: await known, since }) : await pages.ask(page, message);
      }
      case 'prove':
        if (message.channel !== 'token') return await pages.ask(page, message);
        return ok({ type: 'outcome', outcome: await proveByToken(page, message), since });
      default:
        return await pages.ask(page, message);
    }
  }

  /** Offers the token's way for what it can do, and the page's own ways for the rest. */
  async function withAbilities(answer: Result<FromPage>): Promise<Result<FromPage>> {
    if (!answer.ok || answer.value.type !== 'seen') return answer;
    const { seen } = answer.value;
    const desk = await deskOf(seen.record, seen);
    if (!desk) return answer;
    return ok({ ...answer.value, seen: { ...seen, abilities: preferToken(desk, seen) } });
  }

  async function deskOf(record: RecordRef, seen: Observation | null): Promise<Desk | null> {
    const site = siteById(record.site);
    const api = site?.api?.token;
    if (!site || !api || api.look === 'page' || record.type !== 'ticket') return null;
    const token = await tokens.of(record.host);
    if (!token) return null;
    const origin = originOf(record.host, seen?.url ?? '');
    return { site, api, record, transport: tokenTransport(api, origin, token, tokens.fetch) };
  }

  /** The page's own look, where the record is on the screen: texts as seen, and what only a page has. */
  async function screen(page: PageAddress): Promise<Observation | null> {
    const eyes = { channel: 'page', record: null, sessionAllowed: false } as const;
    const answer = await pages.ask(page, { type: 'look', ...eyes });
    return answer.ok && answer.value.type === 'seen' ? answer.value.seen : null;
  }

  async function look(
    page: PageAddress,
    wanted: RecordRef | null,
  ): Promise<Result<{ seen: Observation; desk: Desk }>> {
    const shown = await screen(page);
    const record = wanted ?? shown?.record;
    if (!record) return refuse('no-page');
    const desk = await deskOf(record, shown);
    if (!desk) return refuse('no-permission', 'There is no token for this site any more.');
    const answer = await lookOverApi(desk.api, record, desk.site.name, desk.transport);
    if (!answer.ok) return answer;
    const here =
      shown && sameRecord(shown.record, record) ? mergeLooks(shown, answer.value.seen) : answer.value.seen;
    return ok({ seen: { ...here, abilities: preferToken(desk, here) }, desk });
  }

  async function lookByToken(page: PageAddress, record: RecordRef | null): Promise<Result<FromPage>> {
    const answer = await look(page, record);
    if (!answer.ok) return ok({ type: 'refused', refusal: answer.refusal });
    return ok({ type: 'seen', seen: answer.value.seen, sessionPossible: false });
  }

  async function portsFor(page: PageAddress, record: RecordRef, key: string): Promise<Ports | null> {
    const shown = await screen(page);
    const desk = await deskOf(record, shown);
    if (!desk) return null;
    const { api, transport, site } = desk;
    const reader = {
      look: async () => {
        const answer = await look(page, record);
        return answer.ok ? ok(answer.value.seen) : answer;
      },
      changedBy: async (field: string, change: { before: string | null; after: string | null }) =>
        changedBy(await readHistory(api, record.id, transport), field, change),
    };
    const writer = createApiWriter({
      api,
      record,
      system: site.name,
      transport,
      channel: 'token',
      key,
      shown,
    });
    return { reader, writer };
  }

  async function actByToken(page: PageAddress, message: Act): Promise<ActOutcome> {
    const call = parseCall(message.tool, message.input);
    if (!call) return failed({ code: 'bad-arguments' });
    const ports = await portsFor(page, message.binding.record, message.key);
    if (!ports) return failed({ code: 'no-permission', detail: 'There is no token for this site any more.' });
    return await act({ ...call, binding: message.binding, ports, ...(patience ? { patience } : {}) });
  }

  async function proveByToken(page: PageAddress, message: Prove): Promise<ActOutcome> {
    const call = parseCall(message.tool, message.input);
    const ports = await portsFor(page, message.before.record, '');
    if (!call || !ports) return failed({ code: 'bad-arguments' });
    const lost = { outcome: 'unknown', refusal: { code: 'no-answer' } } as const;
    const { before, changes, waitMs } = message;
    const wait = patience ?? { ...PATIENCE, proofMs: waitMs };
    return await prove({ ...call, before, changes, answer: lost, ports, patience: wait });
  }

  return { ...pages, ask };
}

interface Desk {
  site: SiteDescriptor;
  api: AskedApi;
  record: RecordRef;
  transport: Transport;
}

function preferToken({ site, api }: Desk, seen: Observation): Ability[] {
  const asSession = { ...site, api: { session: api } };
  const here = { site: asSession, seen, sessionAllowed: true, canSend: { public: false, internal: false } };
  const byToken = abilitiesOf(here)
    .filter((ability) => ability.channel === 'session')
    .map((ability): Ability => ({ ...ability, channel: 'token' }));
  const others = seen.abilities.filter((one) => !byToken.some((ability) => ability.tool === one.tool));
  return [...byToken, ...others];
}

function parseCall(name: string, input: string): { tool: AnyEffectTool; input: unknown } | null {
  const tool = findTool(name);
  if (!tool || !isEffect(tool)) return null;
  const parsed = tool.input.safeParse(JSON.parse(input));
  return parsed.success ? { tool, input: parsed.data } : null;
}

/** The scheme is that of the page where it is on the screen; a loopback server has no certificate. */
function originOf(host: string, url: string): string {
  if (URL.canParse(url) && new URL(url).host === host) return new URL(url).origin;
  return /^(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(host) ? `http://${host}` : `https://${host}`;
}
