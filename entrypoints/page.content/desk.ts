import type { Macro } from '../../core/macro';
import type { Observation } from '../../core/observation';
import type { Ports, Reader } from '../../core/ports';
import type { RecordRef } from '../../core/record';
import { ok, type Result, refuse } from '../../core/result';
import type { SiteDescriptor } from '../../core/site';
import type { Channel } from '../../core/words';
import { observePage, pageOf } from '../../page/look';
import type { Forms } from '../../page/write/forms';
import { createPageWriter } from '../../page/writer';
import { abilitiesOf } from '../../tools/parts/abilities';
import { siteHere } from './needs';
import { part } from './parts';

export interface Eyes {
  channel: Channel;
  /** The record to look at when it may not be the one on the screen; null for the one on the screen. */
  record: RecordRef | null;
  sessionAllowed: boolean;
}

/** The ports of one request: eyes and hands over the page, or over the page's session. */
export function portsFor(eyes: Eyes, key: string): Ports {
  const site = siteHere();
  const forms = part('forms');
  const reader =
    eyes.channel === 'page' && forms ? pageReader(eyes, site, forms) : { look: () => look(eyes, site) };
  const hands = createPageWriter(document, site, {
    general: part('general'),
    drafts: part('drafts'),
    forms,
  });
  if (eyes.channel !== 'session') return { reader, writer: hands };
  return sessionPorts(eyes, site, key, { reader, writer: hands });
}

/** Eyes on the screen, which also hear what the page says. */
function pageReader(eyes: Eyes, site: SiteDescriptor | null, forms: Forms): Reader {
  const heard = forms.watchComplaints(document, pageOf(document, site));
  return { look: () => look(eyes, site), complaint: heard.words, close: heard.stop };
}

function sessionPorts(eyes: Eyes, site: SiteDescriptor | null, key: string, own: Ports): Ports {
  const api = site?.api?.session;
  const shown = observePage(document, site, part('general'));
  const record = eyes.record ?? shown.record;
  const session = part('session');
  if (!api || !site || !session || !eyes.sessionAllowed) return own;
  const transport = session.sessionTransport(api, document);
  return {
    reader: {
      ...own.reader,
      changedBy: async (...about) =>
        session.changedBy(await session.readHistory(api, record.id, transport), ...about),
    },
    writer: session.createApiWriter({
      api,
      record,
      system: site.name,
      transport,
      channel: 'session',
      key,
      shown,
    }),
  };
}

/** A look by the eyes that were asked for. The session is used only where the person switched it on. */
export async function look(eyes: Eyes, site = siteHere()): Promise<Result<Observation>> {
  const page = observePage(document, site, part('general'));
  const api = site?.api?.session;
  if (eyes.channel !== 'session' || !api || !site) return ok(withAbilities(page, site, eyes));
  if (!eyes.sessionAllowed) return refuse('no-permission');
  const record = eyes.record ?? page.record;
  if (record.site !== site.id || record.host !== location.host) {
    return refuse('other-record', `${record.host} is not open here.`);
  }
  // The API of a site knows tickets; a contact's page is read off the page.
  if (record.type !== 'ticket') return ok(withAbilities(page, site, eyes));
  const session = part('session');
  if (!session) return refuse('not-supported');
  const answer = await session.lookOverApi(api, record, site.name, session.sessionTransport(api, document));
  return answer.ok ? ok(withAbilities(session.mergeLooks(page, answer.value.seen), site, eyes)) : answer;
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
  const api = siteHere()?.api?.session;
  const session = part('session');
  if (!api?.macros || !sessionAllowed || !session) return ok([]);
  return await session.readMacros(api.macros, session.sessionTransport(api, document));
}

/** True when this site's session could be used, if the person allowed it. */
export function sessionPossible(): boolean {
  return siteHere()?.api?.session !== undefined;
}
