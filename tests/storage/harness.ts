import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Fact } from '../../core/entry';
import type { AnchorPort } from '../../storage/anchor';
import type { Clock } from '../../storage/clock';
import { openStore, type Store, type StoreOptions } from '../../storage/store';

// Live queries look for the browser's own IndexedDB before they run.
Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });

let profileCount = 0;

/** A browser profile: one IndexedDB and one second place, which outlive the panels opened on them. */
export interface Profile {
  /** Of its own for each: Dexie keeps what live queries read by the database's name. */
  name: string;
  indexedDB: IDBFactory;
  IDBKeyRange: typeof IDBKeyRange;
  anchor: AnchorPort & { value: unknown };
  clock: Clock;
}

export function newProfile(): Profile {
  const anchor = {
    value: undefined as unknown,
    read: async () => anchor.value,
    write: async (value: unknown) => {
      anchor.value = structuredClone(value);
    },
  };
  profileCount += 1;
  const name = `countersign-${profileCount}`;
  return { name, indexedDB: new IDBFactory(), IDBKeyRange, anchor, clock: steppingClock() };
}

/** A clock that gains a second at every look. */
export function steppingClock(start = '2026-03-03T09:00:00.000Z'): Clock {
  let at = Date.parse(start);
  return {
    now: () => {
      at += 1000;
      return new Date(at);
    },
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  };
}

export function openPanel(profile: Profile, more: Partial<StoreOptions> = {}): Promise<Store> {
  return openStore({ ...profile, extensionVersion: '0.1.0', ...more });
}

const RECORD = { site: 'demo-desk', host: '127.0.0.1:4000', type: 'ticket', id: '17' } as const;

/** A fact of an action on a record, as the agent would write it. */
export function actionFact(
  kind: Fact['kind'],
  actionId: string,
  more: Partial<Fact> & { data?: Fact['data'] } = {},
): Fact {
  const { data, ...rest } = more;
  return {
    kind,
    runId: 'run-1',
    actor: { kind: 'user' },
    data: {
      actionId,
      tool: 'add_tag',
      class: 'R2',
      channel: 'page',
      account: 'ada',
      record: RECORD,
      ...data,
    },
    ...rest,
  };
}

export function text(value: string): { mediaType: string; text: string } {
  return { mediaType: 'text/plain', text: value };
}

/** The four facts of a write that went well, with its change as contents. */
export function doneAction(actionId: string, more: Fact['data'] = {}): Fact[] {
  return [
    actionFact('action.proposed', actionId, { data: more, actor: { kind: 'model' } }),
    actionFact('approval.granted', actionId, { data: more }),
    actionFact('action.started', actionId, { data: more, actor: { kind: 'system' } }),
    actionFact('action.done', actionId, {
      data: more,
      actor: { kind: 'system' },
      contents: { before: text('é <b> "q" \u2028 before'), after: text(`😀 after\n${actionId}`) },
    }),
  ];
}

/** The value of a result that must be good. */
export function must<T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
