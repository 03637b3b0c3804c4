import { ok, type Result } from '../core/result';
import type { AnchorKeeper, Loss } from './anchor';
import type { Clock } from './clock';
import type { Database } from './database';
import { inChain } from './log';
import { writeFacts } from './write';

/** Losses that no entry says the person was told of. */
export async function unacknowledged(db: Database, losses: readonly Loss[]): Promise<Loss[]> {
  if (losses.length === 0) return [];
  const rows = await db.entries.where('kind').equals('log.loss-acknowledged').toArray();
  const told = new Set(rows.map((row) => row.entry.data.noticedAt));
  return losses.filter((loss) => !told.has(loss.noticedAt));
}

/** Writes into the log itself that its losses were seen by a person. Answers how many were new. */
export async function acknowledgeLosses(
  db: Database,
  anchor: AnchorKeeper,
  clock: Clock,
): Promise<Result<number>> {
  const written = await inChain(db, anchor, async () => {
    const open = await unacknowledged(db, anchor.losses);
    if (open.length === 0) return [];
    const facts = open.map(({ noticedAt, was, found }) => ({
      kind: 'log.loss-acknowledged' as const,
      runId: null,
      actor: { kind: 'user' as const },
      data: { noticedAt, was: { ...was }, found },
    }));
    return writeFacts(db, facts, clock);
  });
  return written.ok ? ok(written.value.length) : written;
}
