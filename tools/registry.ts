import type { AnyTool } from '../core/tool';
import addNote from './add-note';
import addTag from './add-tag';
import applyMacro from './apply-macro';
import assign from './assign';
import createTask from './create-task';
import insertDraft from './insert-draft';
import linkArticle from './link-article';
import logCall from './log-call';
import readRecord from './read-record';
import removeCall from './remove-call';
import removeNote from './remove-note';
import removeTag from './remove-tag';
import removeTask from './remove-task';
import restoreDraft from './restore-draft';
import searchKnowledge from './search-knowledge';
import sendReply from './send-reply';
import setField from './set-field';
import setPriority from './set-priority';
import setStatus from './set-status';
import snooze from './snooze';
import summarize from './summarize';
import updateContact from './update-contact';

export const TOOLS: readonly AnyTool[] = [
  readRecord,
  searchKnowledge,
  summarize,
  insertDraft,
  restoreDraft,
  sendReply,
  addNote,
  removeNote,
  setStatus,
  setPriority,
  assign,
  addTag,
  removeTag,
  setField,
  updateContact,
  snooze,
  createTask,
  removeTask,
  logCall,
  removeCall,
  applyMacro,
  linkArticle,
];

// A Map, so that `__proto__` or `toString` is no tool.
const BY_NAME = new Map(TOOLS.map((tool) => [tool.name, tool]));

/** The tools that an admin added by files. Only in the panel: the script in the page knows none. */
let added: readonly AnyTool[] = [];

/** The one way in for tools that are not built in. They stand in place of those added before, and take no name of ours. */
export function addTools(tools: readonly AnyTool[]): void {
  added = tools.filter((tool) => !BY_NAME.has(tool.name));
}

/** Built in or added. */
export function allTools(): readonly AnyTool[] {
  return [...TOOLS, ...added];
}

export function findTool(name: string): AnyTool | undefined {
  return BY_NAME.get(name) ?? added.find((tool) => tool.name === name);
}
