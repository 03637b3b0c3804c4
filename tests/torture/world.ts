import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { FromPage, ToPage } from '../../bridge/messages';
import { recordKey } from '../../core/record';
import type { Result } from '../../core/result';
import type { AnchorPort } from '../../storage/anchor';
import { openStore, type Store } from '../../storage/store';
import { type FakeDesk, fakeDesk } from '../tools/desk';
import { ticket } from '../tools/ticket';
import { Doc } from './doc';
import type { Hooks } from './points';
import type { Random } from './random';

export const TAB = 7;

/** One browser with one helpdesk: what outlives a panel, a page, or the browser itself. */
export class World {
  readonly desk: FakeDesk;
  readonly random: Random;
  readonly hooks: Hooks;
  /** Name → the panel that works under it. */
  readonly locks = new Map<string, { alive: boolean }>();
  /** Null while the tab is closed. */
  doc: Doc | null;
  /** The pages forget what they did: for the proof that the matrix would see it. */
  forgetful = false;
  now = Date.parse('2026-03-03T09:00:00.000Z');
  readonly #name: string;
  readonly #indexedDB = new IDBFactory();
  readonly #anchor: AnchorPort & { value: unknown };
  #docs = 0;

  /** How a message and its answer travel. */
  wire: (message: ToPage, doc: Doc) => Promise<Result<FromPage>> = (message, doc) => doc.ask(message);

  constructor(name: string, random: Random, hooks: Hooks, desk = oneTicket(name)) {
    this.#name = name;
    this.random = random;
    this.hooks = hooks;
    this.desk = desk;
    this.doc = this.load();
    const anchor = {
      value: undefined as unknown,
      read: async () => anchor.value,
      write: async (value: unknown) => {
        anchor.value = structuredClone(value);
      },
    };
    this.#anchor = anchor;
  }

  /** A document of the ticket, with a ledger of its own; what stood unsent in the old one's reply box is gone. */
  load(): Doc {
    this.doc?.die();
    this.#docs += 1;
    this.desk.now.composer = { ...this.desk.now.composer, text: '-- \nMaya' };
    this.doc = new Doc(this, `doc-${this.#docs}`);
    return this.doc;
  }

  closeTab(): void {
    this.doc?.die();
    this.doc = null;
  }

  get recordKey(): string {
    return recordKey(this.desk.now.record);
  }

  /** The clock goes on with every look at it. */
  tick(): number {
    this.now += 1 + this.random.below(20);
    return this.now;
  }

  openStore(): Promise<Store> {
    return openStore({
      name: this.#name,
      indexedDB: this.#indexedDB,
      IDBKeyRange,
      anchor: this.#anchor,
      extensionVersion: '0.1.0',
      clock: {
        now: () => new Date(this.tick()),
        random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      },
    });
  }

  /** What was really done on the ticket. */
  get effects(): number {
    return this.desk.effects.length;
  }
}

/** A desk with one ticket on it; its name keeps worlds apart that live in one process. */
export function oneTicket(name: string, id = '7'): FakeDesk {
  const record = { site: 'fake', host: `${name}.example`, type: 'ticket' as const, id };
  const abilities = ABILITIES.map((tool) => ({
    tool,
    class: CLASSES[tool] ?? ('R2' as const),
    channel: 'page' as const,
  }));
  return fakeDesk(ticket({ record, abilities }));
}

const ABILITIES = ['add_tag', 'set_status', 'assign', 'add_note', 'send_reply', 'insert_draft'];
const CLASSES: Record<string, 'R1' | 'R2' | 'R4'> = { send_reply: 'R4', insert_draft: 'R1' };
