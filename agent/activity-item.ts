import type { ActionState } from '../core/fold';
import { REASONS, type ReasonCode, reasonWords } from '../core/reasons';
import { recordKey } from '../core/record';
import type { LogReader } from '../storage/read';
import { findTool } from '../tools/registry';
import { changesOf, textOf } from './receipt';
import { hasParts } from './settle-parts';
import { isRedoable, isUndoable, LEFT_WORDS } from './undoable';
import type { ActivityItem } from './view';

/** An action with what must be known of others to say how it stands. */
export interface Told {
  action: ActionState;
  /** What it took back, when it is an undo. */
  undone: ActionState | null;
  /** The macro that it is a step of. */
  whole: ActionState | null;
  /** A draft that left the box with a message. */
  left: boolean;
}

const NAMES = ['title', 'subject', 'observed', 'detail', 'before', 'after'];

/** The texts that an action's words are made of. */
export function hashesOf(action: ActionState | undefined): string[] {
  return NAMES.flatMap((name) => action?.contents[name] ?? []);
}

/** The actions in words. All their texts are read at once. */
export async function itemsOf(
  reader: Pick<LogReader, 'texts'>,
  told: readonly Told[],
): Promise<ActivityItem[]> {
  const hashes = told.flatMap(({ action, undone }) => [
    ...hashesOf(action),
    ...(undone?.contents.title ? [undone.contents.title] : []),
  ]);
  const texts = await reader.texts(hashes);
  const read: Pick<LogReader, 'content'> = {
    content: async (hash) => {
      const text = texts.get(hash);
      return text === undefined ? null : { mediaType: '', text };
    },
  };
  return await Promise.all(told.map((one) => itemOf(read, one)));
}

async function itemOf(
  reader: Pick<LogReader, 'content'>,
  { action, undone, whole, left }: Told,
): Promise<ActivityItem> {
  const { record, data } = action;
  const [title, subject, observed, detail, changes] = await Promise.all([
    textOf(reader, action, 'title'),
    textOf(reader, action, 'subject'),
    textOf(reader, action, 'observed'),
    textOf(reader, action, 'detail'),
    changesOf(reader, action),
  ]);
  const tookBack = undone ? ((await textOf(reader, undone, 'title')) ?? undone.tool) : null;
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
    status: statusOf(action),
    // the steps of a macro show their own changes, each on its own receipt
    changes: hasParts(action) ? [] : changes,
    observed: observed ? (JSON.parse(observed) as string[]) : [],
    words: left ? LEFT_WORDS : wordsOf(action, String(data.reason ?? ''), detail),
    question: questionOf(action, detail),
    undo: undoOf({ action, undone, whole, left }),
    undoLabel: action.class === 'R3' && !data.file ? 'Undo: add a “please disregard” note' : 'Undo',
    undoes: action.undoes,
    tookBack,
    repair: repairOf(action),
  };
}

function undoOf({ action, whole, left }: Told): ActivityItem['undo'] {
  if (action.undoneBy) return 'done';
  if (isRedoable(action, whole)) return 'redo';
  return isUndoable(action, whole) && !left ? 'possible' : 'no';
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
  if (action.status === 'done' || (action.status === 'unknown' && !hasParts(action))) return null;
  if (action.status === 'approved' && tool?.class === 'R4') return 'Held. It has not left yet.';
  return Object.hasOwn(REASONS, reason) ? reasonWords(reason as ReasonCode, detail ?? undefined) : null;
}

/** What cannot be taken back can still be put right by something new. */
function repairOf(action: ActionState): ActivityItem['repair'] {
  const tool = findTool(action.tool);
  return action.status === 'done' && tool?.class === 'R4' && tool.makes === 'agent' ? 'correction' : null;
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
