import { createHttp } from '../../agent/custom/http';
import type { OwnTools } from '../../agent/view';
import { hasSite } from '../../bridge/permissions';
import type { KeptTool } from '../../core/custom/format';
import { originOf } from '../../core/custom/read-file';
import type { Observation } from '../../core/observation';
import type { Http } from '../../core/ports';
import { ok, type Result, refuse } from '../../core/result';
import { narrowConnect } from '../../model/connect-policy';
import type { Store } from '../../storage/store';
import { plainTitle, toolsOf } from '../../tools/custom/make';
import { addTools } from '../../tools/registry';
import { connectOrigins } from './origins';

export async function putAmongTools(kept: readonly KeptTool[]): Promise<void> {
  addTools(kept.flatMap(toolsOf));
}

/** What can be done by them on this record, and what waits for something in Settings. */
export async function offeredOn(
  store: Store,
  all: readonly KeptTool[],
  seen: Observation,
): Promise<OwnTools> {
  const offered: OwnTools = { ready: [], waiting: [] };
  for (const kept of all) {
    if (!toolsOf(kept).some((tool) => tool.offeredIn.length > 0 && tool.custom?.fits(seen))) continue;
    const { tool } = kept;
    const allowed = await hasSite(originOf(tool));
    const keyed = !tool.auth || (await store.secrets.get(`tool:${tool.name}`)) !== null;
    (allowed && keyed ? offered.ready : offered.waiting).push(plainTitle(tool));
  }
  return offered;
}

/** What undo calls is of the same file as the tool itself. */
const fileName = (tool: string): string => tool.replace(/^undo_/, '');

/** Everything that must hold at this moment for a tool to ask its server; read anew at every call. */
export async function wayTo(
  store: Store,
  { name, digest }: { name: string; digest: string },
  key: string,
  signed: string | null,
): Promise<Result<Http>> {
  const all = await store.customTools.all();
  const kept = all.find(({ tool }) => tool.name === fileName(name));
  if (!kept || kept.digest !== digest) return refuse('tool-changed');
  const { tool } = kept;
  const origin = originOf(tool);
  const { host } = new URL(origin);
  if (!(await hasSite(origin)))
    return refuse('no-permission', `“${tool.name}” needs ${host}: allow it in Settings, under Tools.`);
  const secret = tool.auth ? await store.secrets.get(`tool:${tool.name}`) : null;
  if (tool.auth && secret === null)
    return refuse('token-refused', `There is no key for “${tool.name}”. Enter it in Settings, under Tools.`);
  const { settings } = await store.settings.get();
  // before its first request this page can reach the servers that Settings name and no other
  if (!narrowConnect(document, connectOrigins(settings, all)))
    return refuse('tool-changed', 'Close this panel and open it again.');
  const auth =
    tool.auth && secret !== null
      ? { header: tool.auth.header, value: tool.auth.value.replace('{secret}', () => secret) }
      : null;
  return ok(createHttp({ origin, auth, key, signed, fetch: (url, init) => fetch(url, init) }));
}
