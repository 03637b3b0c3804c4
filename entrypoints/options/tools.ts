import { hasSite, requestSite } from '../../bridge/permissions';
import type { ImportedFile, SettingsActions, ToolRow } from '../../components/settings/types';
import type { KeptTool } from '../../core/custom/format';
import { originOf, readToolFile } from '../../core/custom/read-file';
import type { Fact } from '../../core/entry';
import { digestOf } from '../../core/hash';
import { reasonWords } from '../../core/reasons';
import { ok, type Refusal, type Result, refuse } from '../../core/result';
import type { Store } from '../../storage/store';
import { plainTitle } from '../../tools/custom/make';
import { moneyWords } from '../../tools/custom/money';
import { TOOLS } from '../../tools/registry';

/** What the settings page does about the tools of files. */
export function toolActions(
  store: Store,
): Pick<SettingsActions, 'listTools' | 'addTool' | 'removeTool' | 'setToolKey' | 'grantTool'> {
  return {
    listTools: async () =>
      await Promise.all((await store.customTools.all()).map((kept) => rowOf(store, kept))),
    addTool: (file) => addTool(store, file),
    removeTool: async (name) => {
      const removed = await store.customTools.remove(name);
      if (!removed.ok) return removed;
      const forgotten = await store.secrets.remove(`tool:${name}`);
      return forgotten.ok ? await note(store, { kind: 'tool.removed', data: { tool: name } }) : forgotten;
    },
    setToolKey: async (name, key) => {
      // a header takes nothing else, and a request that cannot be made is no request
      if (/[^\x21-\x7e]/.test(key))
        return refuse('bad-text', 'A key holds plain letters, digits and signs only.');
      const kept = await store.secrets.set(`tool:${name}`, key);
      if (!kept.ok) return kept;
      const data = { setting: 'tool-key', tool: name, kept: key !== '' };
      return await note(store, { kind: 'settings.changed', data });
    },
    grantTool: async (origin) => {
      if (!(await requestSite(origin)))
        return refuse('no-permission', 'The browser was told not to allow it.');
      return await note(store, { kind: 'site.granted', data: { origin } });
    },
  };
}

async function rowOf(store: Store, { tool }: KeptTool): Promise<ToolRow> {
  const origin = originOf(tool);
  const { money } = tool;
  return {
    name: tool.name,
    title: plainTitle(tool),
    version: tool.version,
    class: tool.class,
    undoWords: tool.undo?.words ?? tool.irreversible ?? 'It only reads.',
    ceiling: money
      ? `At most ${moneyWords(money.perCall, money)} at a time and ${moneyWords(money.perTicket, money)} on one ticket.`
      : null,
    origin,
    host: new URL(origin).host,
    isAllowed: await hasSite(origin),
    key: tool.auth ? { identity: tool.auth.identity, hint: tool.auth.hint ?? '' } : null,
    hasKey: (await store.secrets.get(`tool:${tool.name}`)) !== null,
  };
}

/** Adds the tool of one file, or says everything that is wrong with it. With one problem nothing is changed. */
async function addTool(store: Store, file: File): Promise<ImportedFile> {
  const text = await file.text();
  const read = readToolFile(
    text,
    TOOLS.map((tool) => tool.name),
  );
  const said = ({ refusal }: { refusal: Refusal }): ImportedFile => ({
    name: file.name,
    ok: false,
    words: reasonWords(refusal.code, refusal.detail),
  });
  if (!read.ok) return said(read);
  const tool = read.value;
  const digest = digestOf(tool);
  if (!digest.ok) return said(digest);
  const before = (await store.customTools.all()).find((kept) => kept.tool.name === tool.name);
  // a key is for the server it was given for: it is never sent to another one
  const goesElsewhere = before && (originOf(before.tool) !== originOf(tool) || !tool.auth);
  if (goesElsewhere) {
    const forgotten = await store.secrets.remove(`tool:${tool.name}`);
    if (!forgotten.ok) return said(forgotten);
  }
  const kept = await store.customTools.put({ tool, digest: digest.value, addedAt: new Date().toISOString() });
  if (!kept.ok) return said(kept);
  const written = await note(store, {
    kind: 'tool.added',
    data: {
      tool: tool.name,
      version: tool.version,
      class: tool.class,
      server: new URL(originOf(tool)).host,
      file: digest.value,
    },
    contents: { file: { mediaType: 'application/json', text } },
  });
  if (!written.ok) return said(written);
  return { name: file.name, ok: true, words: `“${tool.name}” was ${before ? 'replaced' : 'added'}.` };
}

async function note(store: Store, fact: Pick<Fact, 'kind' | 'data' | 'contents'>): Promise<Result<null>> {
  const written = await store.append({ runId: null, actor: { kind: 'user' }, ...fact });
  return written.ok ? ok(null) : written;
}
