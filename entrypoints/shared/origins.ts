import type { KeptTool } from '../../core/custom/format';
import { originOf } from '../../core/custom/read-file';
import type { Settings, SiteSetting } from '../../core/settings';
import { apiOrigin } from '../../sites/api/token';
import { siteOfHost } from '../../sites/registry';

/** Every server that a page with these settings has to reach: the model's, the APIs of helpdesks and tools, the collector. */
export function connectOrigins(
  { serverUrl, collectorUrl, sites }: Settings,
  tools: readonly KeptTool[],
): string[] {
  return [
    serverUrl,
    collectorUrl,
    ...sites.flatMap(tokenOrigins),
    ...tools.map(({ tool }) => originOf(tool)),
  ];
}

/** Where a token is sent: the helpdesk's own host, or that of its API. */
function tokenOrigins({ host, token }: SiteSetting): string[] {
  if (!token) return [];
  const api = siteOfHost(host)?.api?.token;
  return [`https://${host}`, `http://${host}`].map((origin) => (api ? apiOrigin(api, origin) : origin));
}
