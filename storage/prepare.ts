import { reasonWords } from '../core/reasons';
import { Anchor, type AnchorKeeper, type AnchorPort, type Loss } from './anchor';
import type { Clock } from './clock';
import { type Database, SCHEMA_VERSION } from './database';
import { BESIDE, type Finding, inspect, oldLossWords } from './inspect';
import { ensureInstalled } from './install';
import { unacknowledged } from './losses';
import type { LeftDatabase } from './place';
import { refusalOf } from './refusals';
import { readHead, readSchemaVersion } from './write';

/**
 * The first look at the database: opens it, compares the log with what the anchor remembers, and installs where
 * nothing was. Answers what the person must be told; after `cannot-open` and `newer-version` nothing is written.
 */
export async function prepare(
  db: Database,
  keeper: AnchorKeeper,
  port: AnchorPort,
  clock: Clock,
  extensionVersion: string,
  left: LeftDatabase | null = null,
): Promise<Finding[]> {
  const { anchor, findings } = await readAnchor(port);
  try {
    if (!(await opened(db))) return [...findings, { kind: 'blocked', words: BLOCKED }];
    if (((await readSchemaVersion(db)) ?? 0) > SCHEMA_VERSION) {
      db.stale = true;
      return [...findings, { kind: 'newer-version', words: NEWER }];
    }
    return [...findings, ...(await settle(db, keeper, anchor, clock, extensionVersion, left))];
  } catch (error) {
    return [...findings, unopened(db, error)];
  }
}

/** Closes a database that cannot be read, for good, and says so. */
export function unopened(db: Database, error: unknown): Finding {
  db.close({ disableAutoOpen: true });
  const { code, detail } = refusalOf(error, db);
  return {
    kind: 'cannot-open',
    words: `The log cannot be opened, so nothing can be done from here. ${SPOILT} ${BESIDE} ${detail ?? reasonWords(code)}`,
  };
}

const SPOILT =
  'Its files are broken, or the browser cannot reach them. A browser throws a broken database away when it is opened once more: if the log matters, close the browser now and have its profile folder copied before you open it again. Keep your last export.';

/** How long older panels get to let go of the database. Ms. */
const PATIENCE_MS = 5000;

const NEWER = `This log was written by a newer version of Countersign, so this one writes nothing into it and does nothing. Update Countersign, or close this panel and open it again if it was updated just now. ${BESIDE}`;

const BLOCKED =
  'Another Countersign window still holds the log in an older form. Close the other Countersign panels and tabs, then open this one again. Nothing can be recorded or done until then.';

/** False when another connection does not let go; the database is then left alone. */
async function opened(db: Database): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<false>((resolve) => {
    db.on('blocked', () => {
      timer ??= setTimeout(() => resolve(false), PATIENCE_MS);
    });
  });
  const open = db.open().then(() => true as const);
  const done = await Promise.race([open, blocked]);
  clearTimeout(timer);
  if (done) return true;
  open.catch((error: unknown) => refusalOf(error, db));
  db.close({ disableAutoOpen: true });
  return false;
}

async function settle(
  db: Database,
  keeper: AnchorKeeper,
  anchor: Anchor | null,
  clock: Clock,
  extensionVersion: string,
  left: LeftDatabase | null,
): Promise<Finding[]> {
  const known: Loss[] = anchor?.losses ?? [];
  const seen = await inspect(db, anchor, clock.now());
  // Left for this one by the person, and not one that is gone: the first entry says so, and nobody is alarmed.
  const isBegun = left !== null && seen.isEmpty && left.end?.hash === anchor?.hash;
  const losses = seen.loss && !isBegun ? [...known, seen.loss] : known;
  const past = { lost: seen.loss, left: isBegun ? left : null };
  const installed = await ensureInstalled(db, keeper, clock, extensionVersion, past);
  if (!installed.ok) {
    const { code, detail } = installed.refusal;
    return [...seen.findings, { kind: 'cannot-open', words: reasonWords(code, detail) }];
  }
  keeper.adopt(installed.value.id, losses);
  const head = await readHead(db);
  if (head) keeper.note(head);
  const open = await unacknowledged(db, known);
  const now = isBegun ? [] : seen.findings;
  return [...open.map((loss): Finding => ({ kind: 'cut', words: oldLossWords(loss) })), ...now];
}

async function readAnchor(port: AnchorPort): Promise<{ anchor: Anchor | null; findings: Finding[] }> {
  const words =
    'What was remembered about the end of the log cannot be read, so a missing end would not be noticed.';
  try {
    const raw = await port.read();
    if (raw === undefined || raw === null) return { anchor: null, findings: [] };
    const anchor = Anchor.safeParse(raw);
    if (anchor.success) return { anchor: anchor.data, findings: [] };
    return { anchor: null, findings: [{ kind: 'anchor', words }] };
  } catch (error) {
    return { anchor: null, findings: [{ kind: 'anchor', words: `${words} (${String(error)})` }] };
  }
}
