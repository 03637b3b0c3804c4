import type { Settings, SiteSetting } from '../../core/settings';
import { apiOrigin } from '../../sites/api/token';
import { siteOfHost } from '../../sites/registry';

/** Every server that a page with these settings has to reach: the model's, the helpdesks' APIs, the collector. */
export function connectOrigins({ serverUrl, collectorUrl, sites }: Settings): string[] {
  return [serverUrl, collectorUrl, ...sites.flatMap(tokenOrigins)];
}

/** Where a token is sent: the helpdesk's own host, or that of its API. */
function tokenOrigins({ host, token }: SiteSetting): string[] {
  if (!token) return [];
  const api = siteOfHost(host)?.api?.token;
  return [`https://${host}`, `http://${host}`].map((origin) => (api ? apiOrigin(api, origin) : origin));
}
