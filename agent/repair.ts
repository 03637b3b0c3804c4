import { sameRecord } from '../core/record';
import type { Context } from './context';
import { actionOf } from './undo';

/** What a correction is asked for with; the person adds what was wrong. */
const INSTRUCTIONS = 'Correct my last reply. Say sorry for the mistake. What is right: ';

/**
 * A reply that was sent cannot be taken back; what can be done is a second one that puts it right. Makes the panel
 * ready to write it, and sends nothing.
 */
export async function correct(context: Context, actionId: string): Promise<void> {
  const action = await actionOf(context.deps.reader, actionId);
  const { desk, store } = context;
  if (!action?.record) return context.alert({ code: 'no-record' });
  if (!desk || !sameRecord(action.record, desk.seen.record)) {
    const detail = `Open ${action.record.type} ${action.record.id}, then try again.`;
    return context.alert({ code: 'other-record', detail });
  }
  const workspace = context.workspace();
  workspace.instructions = INSTRUCTIONS;
  store.setState({ mode: 'Draft', instructions: INSTRUCTIONS });
  context.changeRun(workspace, {
    status: 'idle',
    words: `Say what is right, then press Draft reply. The first reply stays in ${action.record.type} ${action.record.id}.`,
  });
}
