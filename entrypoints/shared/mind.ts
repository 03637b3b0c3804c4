import type { Engine } from '../../core/engine';
import { ok, type Result } from '../../core/result';
import { createLibrary } from '../../knowledge/library';
import { STARTER_KNOWLEDGE } from '../../knowledge/starter';
import { createOfflineEngine } from '../../model/offline';
import { hostsIn } from '../../policy/links';
import type { Store } from '../../storage/store';

/** The heavy half of the panel: knowledge and engines. Loaded when a run starts. */

async function libraryOf(store: Store) {
  return createLibrary([...STARTER_KNOWLEDGE, ...(await store.knowledge.all())]);
}

export async function engineFor(store: Store): Promise<Result<Engine>> {
  return ok(createOfflineEngine(await libraryOf(store)));
}

export async function searchFor(store: Store, query: string) {
  const library = await libraryOf(store);
  return library.search(query, { limit: 5 }).map(({ item }) => ({
    title: item.title,
    text: item.text,
    source: `${item.kind}, ${item.origin}, ${item.updatedAt.slice(0, 10)}`,
  }));
}

export async function knownHosts(store: Store): Promise<string[]> {
  const items = [...STARTER_KNOWLEDGE, ...(await store.knowledge.all())];
  return [...new Set(items.flatMap((item) => hostsIn(item.text)))];
}

export async function testServer(_store: Store, _form: unknown, _key: string | null): Promise<Result<string>> {
  return { ok: false, refusal: { code: 'not-supported' } };
}

export async function importFileText(_store: Store, file: File): Promise<{ ok: boolean; words: string }> {
  return { ok: false, words: file.name };
}
