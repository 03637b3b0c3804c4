import type { LogActions } from '../../components/log/types';
import { ok } from '../../core/result';
import type { Store } from '../../storage/store';

type BesideActions = Pick<
  LogActions,
  'mayBeginBeside' | 'beginBeside' | 'left' | 'exportLeft' | 'removeLeft'
>;

/** A new log beside one that cannot be used, and the ones that were left. */
export function besideActions({ beside, append }: Store): BesideActions {
  return {
    mayBeginBeside: beside.possible,
    beginBeside: async () => {
      const begun = await beside.begin();
      if (!begun.ok) return begun;
      return ok(
        `The new log is “${begun.value}”. Close this page and every Countersign panel, then open the panel again.`,
      );
    },
    left: beside.left.map(({ name, leftAt, end }) => ({
      name,
      words: `Left on ${new Date(leftAt).toLocaleDateString('en-GB', { dateStyle: 'long' })}, with ${end ? `${end.count} entries` : 'an unknown number of entries'}`,
    })),
    exportLeft: async (name) => {
      const file = await beside.exportLeft(name);
      return file.ok ? ok({ name: `${name}.jsonl`, file: file.value }) : file;
    },
    removeLeft: async (name) => {
      const removed = await beside.removeLeft(name);
      if (!removed.ok) return removed;
      const data = { setting: 'left-log-removed', database: name };
      const written = await append({ kind: 'settings.changed', runId: null, actor: { kind: 'user' }, data });
      return written.ok ? ok(`“${name}” is deleted. The log says that you did so.`) : written;
    },
  };
}
