import type { Macro } from '../../core/macro';
import type { Observation } from '../../core/observation';
import type { Ports, Reader, Writer } from '../../core/ports';
import type { RecordRef } from '../../core/record';
import { ok, type Result, refuse } from '../../core/result';
import type { SiteDescriptor } from '../../core/site';
import type { Channel } from '../../core/words';
import { observePage, pageOf } from '../../page/look';
import { watchComplaints } from '../../page/read/complaints';
import { createPageWriter } from '../../page/writer';
import { readMacros } from '../../sites/api/macros';
import { mergeLooks } from '../../sites/api/merge';
import { lookOverApi } from '../../sites/api/reader';
import { sessionTransport } from '../../sites/api/session';
import { createApiWriter } from '../../sites/api/writer';
import { GENERIC_WORDS } from '../../sites/generic';
import { detectSite } from '../../sites/registry';
import { abilitiesOf } from '../../tools/parts/abilities';

export interface Eyes {
  channel: Channel;
  /** The record to look at when it may not be the one on the screen; null for the one on the screen. */
  record: RecordRef | null;
  sessionAllowed: boolean;
}

/** The ports of one request: eyes and hands over the page, or over the page's session. */
export function portsFor(eyes: Eyes, key: string): Ports {
  const site = detectSite(document);
  const reader = eyes.channel === 'page' ? pageReader(eyes, site) : { look: () => look(eyes, site) };
  const hands = createPageWriter(document, site, GENERIC_WORDS);
  if (eyes.channel !== 'session') return { reader, writer: hands };
  return { reader, writer: sessionWriter(eyes, site, key, hands) };
}

/** Eyes on the screen, which also hear what the page says. */
function pageReader(eyes: Eyes, site: SiteDescriptor | null): Reader {
  const heard = watchComplaints(document, pageOf(document, site)?.messages?.item ?? null);
  return { look: () => look(eyes, site), complaint: heard.words, close: heard.stop };
}

function sessionWriter(eyes: Eyes, site: SiteDescriptor | null, key: string, hands: Writer): Writer {
  const api = site?.api?.session;
  const record = eyes.record ?? observePage(document, site, GENERIC_WORDS).record;
  if (!api || !site || !eyes.sessionAllowed) return hands;
  return createApiWriter({
    api,
    record,
    system: site.name,
    transport: sessionTransport(api, document),
    channel: 'session',
    key,
  });
}

/** A look by the eyes that were asked for. The session is used only where the person switched it on. */
export async function look(eyes: Eyes, site = detectSite(document)): Promise<Result<Observation>> {
  const page = observePage(document, site, GENERIC_WORDS);
  const api = site?.api?.session;
  if (eyes.channel !== 'session' || !api || !site) return ok(withAbilities(page, site, eyes));
  if (!eyes.sessionAllowed) return refuse('no-permission');
  const record = eyes.record ?? page.record;
  if (record.site !== site.id || record.host !== location.host) {
    return refuse('other-record', `${record.host} is not open here.`);
  }
  // The API of a site knows tickets; a contact's page is read off the page.
  if (record.type !== 'ticket') return ok(withAbilities(page, site, eyes));
  const answer = await lookOverApi(api, record, site.name, sessionTransport(api, document));
  return answer.ok ? ok(withAbilities(mergeLooks(page, answer.value.seen), site, eyes)) : answer;
}

function withAbilities(seen: Observation, site: SiteDescriptor | null, eyes: Eyes): Observation {
  const page = pageOf(document, site);
  const send = page?.composer?.send;
  const sessionAllowed = eyes.sessionAllowed && seen.record.type === 'ticket';
  return {
    ...seen,
    abilities: abilitiesOf({
      site,
      seen,
      sessionAllowed,
      canSend: { public: Boolean(send?.public), internal: Boolean(send?.internal) },
      onPage: Object.keys(page?.operations ?? {}),
    }),
  };
}

/** The macros of this helpdesk, where its session can be asked for them. Only read; nothing is applied. */
export async function macrosHere(sessionAllowed: boolean): Promise<Result<Macro[]>> {
  const api = detectSite(document)?.api?.session;
  if (!api?.macros || !sessionAllowed) return ok([]);
  return await readMacros(api.macros, sessionTransport(api, document));
}

/** True when this site's session could be used, if the person allowed it. */
export function sessionPossible(): boolean {
  return detectSite(document)?.api?.session !== undefined;
}
