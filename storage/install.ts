import type { Entry, JsonValue } from '../core/entry';
import { ok, type Result } from '../core/result';
import type { AnchorKeeper, Loss } from './anchor';
import type { Clock } from './clock';
import { type Database, type Installation, SCHEMA_VERSION } from './database';
import { inChain } from './log';
import type { LeftDatabase } from './place';
import { readInstallation, refuseWhenStale, writeFacts } from './write';

/** What was before a new log: one that is gone, or one that the person left for it. */
export interface Past {
  lost: Loss | null;
  left: LeftDatabase | null;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/**
 * The key that signs exports and the id of this installation, made once. Entry 0 of the log tells of it, and of
 * the log it stands in for when one was lost: a new log is never begun silently.
 */
export async function ensureInstalled(
  db: Database,
  anchor: AnchorKeeper,
  clock: Clock,
  extensionVersion: string,
  past: Past,
): Promise<Result<Installation>> {
  const present = await readInstallation(db);
  if (present) return ok(present);
  // Made before the transaction: waiting for WebCrypto inside would end it.
  const made = await makeInstallation();
  const written = await inChain(db, anchor, () => install(db, made, clock, extensionVersion, past));
  if (!written.ok) return written;
  // Another panel may have been quicker; then its installation is the one.
  return ok((await readInstallation(db)) ?? made);
}

async function install(
  db: Database,
  made: Installation,
  clock: Clock,
  extensionVersion: string,
  { lost, left }: Past,
): Promise<Entry[]> {
  await refuseWhenStale(db);
  if (await readInstallation(db)) return [];
  await db.meta.bulkPut([
    { key: 'schemaVersion', value: SCHEMA_VERSION },
    { key: 'installation', value: made },
  ]);
  const data: { [key: string]: JsonValue } = {
    installationId: made.id,
    publicKey: plainKey(made.publicKey),
    extensionVersion,
    schemaVersion: SCHEMA_VERSION,
    replaces: lost ? { ...lost.was } : null,
    ...(left && { beside: { database: left.name, leftAt: left.leftAt, why: left.why } }),
  };
  return writeFacts(
    db,
    [{ kind: 'install.created', runId: null, actor: { kind: left ? 'user' : 'system' }, data }],
    clock,
    true,
  );
}

async function makeInstallation(): Promise<Installation> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
  const publicKey = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { id: crypto.randomUUID(), publicKey, privateKey: pair.privateKey };
}

/** The parts of a public P-256 key that say which key it is. */
export function plainKey(key: JsonWebKey): { crv: string; kty: string; x: string; y: string } {
  return { crv: key.crv ?? '', kty: key.kty ?? '', x: key.x ?? '', y: key.y ?? '' };
}
