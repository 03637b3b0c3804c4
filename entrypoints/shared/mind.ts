import type { SettingsForm } from '../../components/settings/types';
import type { Article } from '../../core/article';
import type { Engine } from '../../core/engine';
import type { KnowledgeItem } from '../../core/knowledge';
import type { Macro } from '../../core/macro';
import type { Observation } from '../../core/observation';
import { reasonWords } from '../../core/reasons';
import { ok, type Result, refuse } from '../../core/result';
import { importKnowledge } from '../../knowledge/import';
import { createLibrary } from '../../knowledge/library';
import { STARTER_KNOWLEDGE } from '../../knowledge/starter';
import { narrowConnect } from '../../model/connect-policy';
import { createEngine, testConnection } from '../../model/gateway';
import { ownMacros } from '../../model/own-macros';
import { hostsIn } from '../../policy/links';
import type { Store } from '../../storage/store';
import { connectOrigins } from './origins';

/** The heavy half of the panel: knowledge and engines. Loaded when a run starts. */

async function itemsOf(store: Store): Promise<KnowledgeItem[]> {
  return [...STARTER_KNOWLEDGE, ...(await store.knowledge.all())];
}

/** The engine that Settings name. Before its first request this page can reach that server and no other. */
export async function engineFor(store: Store): Promise<Result<Engine>> {
  const { settings } = await store.settings.get();
  const origins = connectOrigins(settings, await store.customTools.all());
  if (settings.engine !== 'offline' && !narrowConnect(document, origins)) {
    return refuse('model-unreachable', 'The address was changed: close this panel and open it again.');
  }
  const apiKey = (await store.secrets.get('api-key')) ?? '';
  return ok(createEngine(settings, { apiKey }, { library: async () => createLibrary(await itemsOf(store)) }));
}

export async function searchFor(store: Store, query: string) {
  const library = createLibrary(await itemsOf(store));
  return library.search(query, { limit: 5 }).map(({ item }) => ({
    title: item.title,
    text: item.text,
    source: `${item.kind}, ${item.origin}, ${item.updatedAt.slice(0, 10)}`,
  }));
}

export async function macrosFor(store: Store, seen: Observation): Promise<Macro[]> {
  const items = await itemsOf(store);
  return ownMacros(items, createLibrary(items).blanks(seen));
}

export async function articlesOf(store: Store): Promise<Article[]> {
  return (await itemsOf(store))
    .filter((item) => item.kind === 'article')
    .map(({ title, url, state }) => ({ title, url: url ?? null, state: state ?? null }));
}

export async function knownHosts(store: Store): Promise<string[]> {
  return [...new Set((await itemsOf(store)).flatMap((item) => hostsIn(item.text)))];
}

const TEST_MS = 30_000;

/** Asks the server of the settings form for one word; `key` is null when the stored one is meant. */
export async function testServer(store: Store, form: SettingsForm, key: string | null) {
  const apiKey = key ?? (await store.secrets.get('api-key')) ?? '';
  return await testConnection(form, { apiKey }, AbortSignal.timeout(TEST_MS));
}

/** Reads a file into the knowledge store: all of it or, with one bad row, nothing. */
export async function importFileText(store: Store, file: File): Promise<{ ok: boolean; words: string }> {
  const read = importKnowledge({
    name: file.name,
    text: await file.text(),
    importedAt: new Date().toISOString(),
  });
  if (!read.ok) return { ok: false, words: reasonWords(read.refusal.code, read.refusal.detail) };
  const put = await store.knowledge.put(read.value);
  if (!put.ok) return { ok: false, words: reasonWords(put.refusal.code, put.refusal.detail) };
  await store.append({
    kind: 'knowledge.imported',
    runId: null,
    actor: { kind: 'user' },
    data: { items: put.value },
    contents: { file: { mediaType: 'text/plain', text: file.name } },
  });
  return {
    ok: true,
    words: `${put.value} ${put.value === 1 ? 'item' : 'items'} imported from ${file.name}.`,
  };
}
