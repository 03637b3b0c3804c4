import { type FieldState, findField, type Observation } from '../../core/observation';
import type { AskedApi, SiteDescriptor } from '../../core/site';
import { lookOverApi } from '../../sites/api/reader';
import { apiOrigin, tokenTransport } from '../../sites/api/token';
import { createApiWriter } from '../../sites/api/writer';

export const go = () => null;

/** One site's token API against a server that answers as the vendor's documentation says. */
export function vendor(site: SiteDescriptor, origin: string, id: string, token: string) {
  const api = site.api?.token;
  if (!api || api.look === 'page') throw new Error(`${site.id} has no API for a token`);
  const asked: AskedApi = api;
  const real = apiOrigin(asked, `https://${id}.example`);
  // the API's own host is played by the mock
  const transport = tokenTransport(asked, origin, token, (url, init) =>
    fetch(url.replace(real, origin), init),
  );
  const record = { site: site.id, host: new URL(origin).host, type: 'ticket' as const, id };
  return {
    api: asked,
    transport,
    look: () => lookOverApi(asked, record, site.name, transport),
    async seen(): Promise<Observation> {
      const look = await this.look();
      if (!look.ok) throw new Error(JSON.stringify(look.refusal));
      return look.value.seen;
    },
    field: async function (name: string): Promise<FieldState | undefined> {
      return findField(await this.seen(), name);
    },
    writer: (key = 'k-1') =>
      createApiWriter({ api: asked, record, system: site.name, transport, channel: 'token', key }),
    set(name: string, value: string) {
      return this.writer().setField({ scope: 'record', name }, value, go);
    },
  };
}
