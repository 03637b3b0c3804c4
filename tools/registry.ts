import type { AnyEffectTool, AnyTool } from '../core/tool';
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

/** What changes something: all that a page is ever asked to do. */
export const EFFECTS: readonly AnyEffectTool[] = [
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
];

const READS: readonly AnyTool[] = [readRecord, searchKnowledge, summarize];
/** Several effects under one name: each step is a card's part of its own. */
const COMPOUNDS: readonly AnyTool[] = [applyMacro, linkArticle];

export const TOOLS: readonly AnyTool[] = /* @__PURE__ */ READS.concat(EFFECTS, COMPOUNDS);

/** The tools that an admin added by files. Only in the panel: the script in the page knows none. */
let added: readonly AnyTool[] = [];

const builtIn = (name: string): AnyTool | undefined => TOOLS.find((tool) => tool.name === name);

/** The one way in for tools that are not built in. They stand in place of those added before, and take no name of ours. */
export function addTools(tools: readonly AnyTool[]): void {
  added = tools.filter((tool) => !builtIn(tool.name));
}

/** Built in or added. */
export function allTools(): readonly AnyTool[] {
  return [...TOOLS, ...added];
}

export function findTool(name: string): AnyTool | undefined {
  return builtIn(name) ?? added.find((tool) => tool.name === name);
}

/** Of those that a page may be asked to do. */
export function findEffect(name: string): AnyEffectTool | undefined {
  return EFFECTS.find((tool) => tool.name === name);
}
