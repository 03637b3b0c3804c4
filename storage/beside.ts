import { ok, type Result, refuse } from '../core/result';
import { Anchor, type AnchorPort } from './anchor';
import type { Clock } from './clock';
import { Database, type DatabaseOptions } from './database';
import { createExporter } from './export';
import type { FilePlace } from './export-file';
import type { Finding } from './inspect';
import type { Place, PlacePort } from './place';
import { refusalOf } from './refusals';

/** A new log beside one that cannot be used, and what becomes of the one that was left. */
export interface Beside {
  /** True when the log that is here cannot be written. */
  possible: boolean;
  left: Place['left'];
  /**
   * From the next opening on the log is a new one; this one is kept as it is. Answers the new one's name. Refused,
   * with nothing changed: `cannot-record`, when the browser opens no database at all.
   */
  begin(): Promise<Result<string>>;
  /** The log that was left, as far as it can be read. Refused: `cannot-record`, `nothing-to-export`. */
  exportLeft(name: string): Promise<Result<Blob>>;
  /** Deletes it for good. */
  removeLeft(name: string): Promise<Result<void>>;
}

/** What keeps a log from being written. A log that another window holds is not one of them: it will let go. */
const UNUSABLE = new Set<Finding['kind']>(['cannot-open', 'newer-version', 'unmarked']);

export function createBeside(
  options: DatabaseOptions & { anchor: AnchorPort; extensionVersion: string; files?: FilePlace },
  port: PlacePort | undefined,
  place: Place,
  findings: readonly Finding[],
  clock: Clock,
): Beside {
  // Asked each time: what is broken may be found after the opening.
  const reasons = () => findings.filter(({ kind }) => UNUSABLE.has(kind));
  const database = (name: string) => new Database({ ...options, name });
  return {
    get possible() {
      return port !== undefined && reasons().length > 0;
    },
    left: place.left,
    async begin() {
      if (!port || reasons().length === 0)
        return refuse('cannot-record', 'The log that is here can be used.');
      const name = nextName(place.name);
      const tried = await tryOut(database(name));
      if (!tried.ok) return tried;
      const anchor = Anchor.safeParse(await options.anchor.read());
      const { count, hash, at } = anchor.data ?? {};
      const left = {
        name: place.name,
        leftAt: clock.now().toISOString(),
        why: reasons()
          .map(({ kind }) => kind)
          .join(', '),
        end: count === undefined || !hash || !at ? null : { count, hash, at },
      };
      await port.write({ name, left: [...place.left, left] });
      return ok(name);
    },
    async exportLeft(name) {
      const there = await (options.indexedDB ?? indexedDB).databases();
      if (!there.some((one) => one.name === name))
        return refuse(
          'nothing-to-export',
          'The browser itself threw that database away: its files were broken.',
        );
      const db = database(name);
      try {
        await db.open();
        const { exportFile } = createExporter(db, clock, options.extensionVersion, options.files);
        return await exportFile('jsonl', { filter: null, contents: 'all' });
      } catch (error) {
        return { ok: false, refusal: refusalOf(error, db) };
      } finally {
        db.close({ disableAutoOpen: true });
      }
    },
    async removeLeft(name) {
      const db = database(name);
      try {
        await db.delete({ disableAutoOpen: true });
      } catch (error) {
        return { ok: false, refusal: refusalOf(error, db) };
      }
      await port?.write({ ...place, left: place.left.filter((one) => one.name !== name) });
      return ok(undefined);
    },
  };
}

/** `countersign`, `countersign-2`, `countersign-3`, … */
function nextName(name: string): string {
  const [, stem = name, number = '1'] = /^(.*)-(\d+)$/.exec(name) ?? [];
  return `${stem}-${Number(number) + 1}`;
}

/** Can a database of this name be opened, and is it empty? */
async function tryOut(db: Database): Promise<Result<void>> {
  try {
    const isFree = (await db.entries.count()) === 0;
    return isFree ? ok(undefined) : refuse('cannot-record', `“${db.name}” is a log already.`);
  } catch (error) {
    const { detail } = refusalOf(error, db);
    return refuse(
      'cannot-record',
      `The browser opens no database at all for this extension, so a new log cannot be begun either: whoever looks after this computer has to remove the extension’s storage. ${detail ?? ''}`,
    );
  } finally {
    db.close({ disableAutoOpen: true });
  }
}
