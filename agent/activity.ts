import type { Entry } from '../core/entry';
import { type ActionState, foldActions } from '../core/fold';
import { REASONS, type ReasonCode, reasonWords } from '../core/reasons';
import { recordKey } from '../core/record';
import { findTool } from '../tools/registry';
import type { AgentDeps } from './deps';
import { changesOf, textOf } from './receipt';
import { hasParts } from './settle-parts';
import { undoable } from './undo';
import type { ActivityItem } from './view';

/** How many actions the list shows at most. */
const NEWEST = 200;

export interface Activity {
  subscribe(next: (items: ActivityItem[]) => void): { unsubscribe(): void };
}

/** The newest actions of the log, folded and in words; again whenever the log grows, in any panel. */
export function activityOf(deps: AgentDeps): Activity {
  return {
    subscribe: (next) => {
      let turn = 0;
      return deps.liveActions(NEWEST).subscribe((entries) => {
        const mine = ++turn;
        // Contents are read apart; a newer list of entries overtakes an older one still being read.
        void itemsOf(deps, entries).then((items) => {
          if (mine === turn) next(items);
        });
      });
    },
  };
}

async function itemsOf(deps: AgentDeps, entries: Entry[]): Promise<ActivityItem[]> {
  const actions = foldActions(entries).filter((action) => action.status !== 'proposed');
  const open = new Set(undoable(actions));
  return await Promise.all(actions.toReversed().map((action) => itemOf(deps, action, open.has(action))));
}

async function itemOf({ reader }: AgentDeps, action: ActionState, canUndo: boolean): Promise<ActivityItem> {
  const { record, data } = action;
  const [title, subject, observed, detail, changes] = await Promise.all([
    textOf(reader, action, 'title'),
    textOf(reader, action, 'subject'),
    textOf(reader, action, 'observed'),
    textOf(reader, action, 'detail'),
    changesOf(reader, action),
  ]);
  const status = statusOf(action);
  return {
    actionId: action.actionId,
    runId: action.runId,
    at: action.at,
    title: `${action.undoes ? 'Undo: ' : ''}${title ?? action.tool}`,
    partOf: typeof data.partOf === 'string' ? data.partOf : null,
    tool: action.tool,
    class: action.class ?? 'R2',
    channel: action.channel ?? 'page',
    account: action.account,
    recordWords: record ? `${record.id}${subject ? `: ${subject}` : ''}` : '',
    recordKey: record ? recordKey(record) : '',
    status,
    // the steps of a macro show their own changes, each on its own receipt
    changes: hasParts(action) ? [] : changes,
    observed: observed ? (JSON.parse(observed) as string[]) : [],
    words:
      action.status === 'unknown' && !hasParts(action)
        ? null
        : wordsOf(action, String(data.reason ?? ''), detail),
    question: questionOf(action, detail),
    undo: action.undoneBy ? 'done' : canUndo ? 'possible' : 'no',
    undoLabel: action.class === 'R3' && !action.data.file ? 'Undo: add a “please disregard” note' : 'Undo',
    undoes: action.undoes,
  };
}

function statusOf(action: ActionState): ActivityItem['status'] {
  if (action.undoneBy) return 'undone';
  switch (action.status) {
    case 'approved':
    case 'started':
      return 'running';
    case 'cancelled':
      return 'not-sent';
    default:
      return action.status;
  }
}

function wordsOf(action: ActionState, reason: string, detail: string | null): string | null {
  const tool = findTool(action.tool);
  if (action.status === 'done' && tool?.class === 'R4')
    return `${tool.custom ? 'Done' : 'Sent'}. ${tool.irreversible}`;
  if (action.status === 'done') return null;
  if (action.status === 'approved' && tool?.class === 'R4') return 'Held. It has not left yet.';
  return Object.hasOwn(REASONS, reason) ? reasonWords(reason as ReasonCode, detail ?? undefined) : null;
}

/** What is asked about an action of which it is not known whether it happened; null for every other. */
function questionOf(action: ActionState, detail: string | null): string | null {
  // of a macro it is its steps that are asked about
  if (action.status !== 'unknown' || hasParts(action)) return null;
  const { record } = action;
  const where = record ? `${record.type} ${record.id}` : 'the page';
  const may = `It may have been ${findTool(action.tool)?.makes === 'agent' ? 'sent' : 'done'}.`;
  const said = detail ? ` The helpdesk said: ${detail}` : '';
  switch (action.data.reason) {
    case 'seems-so':
      return `${may} I looked at ${where} and it is so now, but somebody else may have done that.${said}`;
    case 'not-proved':
      return `${may} I looked at ${where} and did not find it.${said} It will not be tried again by itself.`;
    default:
      return `${may} I could not look at ${where} yet.${said} It will not be tried again by itself.`;
  }
}
