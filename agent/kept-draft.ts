import type { Context, Workspace } from './context';

/** So long after a key what was written is on the disk. Ms. */
const SOON_MS = 250;

const BACK = 'What you were writing here is back.';
const NOT_KEPT = 'What you write here cannot be kept. Copy it before you close this panel.';

/** What a person writes on a record, kept on the disk so that a closed panel loses no words. */
export interface DraftKeeper {
  /** Something was written. It is kept a moment later, so that typing is not slowed. */
  written(workspace: Workspace): void;
  /** The record is on the screen: what was written before it was known which one, and what an earlier panel left. */
  restore(workspace: Workspace): Promise<void>;
  /** It was used: nothing of it is to come back. */
  used(workspace: Workspace): Promise<void>;
  /** Keeps now what would be kept in a moment. */
  flush(): Promise<void>;
}

export function keepDrafts(context: Context): DraftKeeper {
  const { deps } = context;
  const waiting = new Set<Workspace>();
  /** Those whose kept words were looked for: what is kept is not written over before it was read. */
  const looked = new WeakSet<Workspace>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failed = false;

  const soon = (): void => {
    timer ??= setTimeout(() => void flush(), SOON_MS);
  };

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    // What an engine is writing is kept once it is whole.
    const now = [...waiting].filter((one) => looked.has(one) && one.run.status !== 'running');
    for (const workspace of now) waiting.delete(workspace);
    if (waiting.size > 0) soon();
    await Promise.all(now.map(save));
  }

  async function save({ key, draft, written, instructions }: Workspace): Promise<void> {
    const { by, incomplete, sources, insertedBy } = draft;
    // What is in the reply box is the page's to keep.
    const text = insertedBy === null ? draft.text : '';
    const isEmpty = text.trim() === '' && instructions.trim() === '';
    const kept = isEmpty
      ? await deps.drafts.remove(key)
      : await deps.drafts.save(key, { text, isOwn: text !== written, by, incomplete, sources, instructions });
    if (!kept.ok && !failed) context.alert(NOT_KEPT);
    failed = !kept.ok;
  }

  return {
    written(workspace) {
      if (workspace.key === '') return;
      waiting.add(workspace);
      soon();
    },
    async restore(workspace) {
      const early = context.workspaces.get('');
      if (early && early !== workspace) {
        workspace.instructions ||= early.instructions;
        early.instructions = '';
      }
      await deps.usable;
      if (workspace.key === '' || looked.has(workspace)) return;
      const kept = await deps.drafts.get(workspace.key).finally(() => looked.add(workspace));
      if (!kept || workspace.run.status !== 'idle' || workspace.draft.text !== '') return;
      const { text, isOwn, by, incomplete, sources, instructions } = kept;
      workspace.draft = { ...workspace.draft, text, by, incomplete, sources };
      workspace.written = isOwn ? '' : text;
      workspace.instructions ||= instructions;
      context.changeRun(workspace, { status: 'idle', words: BACK });
    },
    async used(workspace) {
      waiting.delete(workspace);
      if (workspace.key !== '') await deps.drafts.remove(workspace.key);
    },
    flush,
  };
}
