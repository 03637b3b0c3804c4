import type { EditorState } from 'prosemirror-state';
import type { Mode } from '../types';

/** Half-written text, per ticket and per kind, kept while the page is open. */
const drafts = new Map<string, EditorState>();
const modes = new Map<number, Mode>();
const keyOf = (ticketId: number, mode: Mode) => `${ticketId} ${mode}`;

export const draftOf = (ticketId: number, mode: Mode) => drafts.get(keyOf(ticketId, mode));
export const keepDraft = (ticketId: number, mode: Mode, state: EditorState) => {
  drafts.set(keyOf(ticketId, mode), state);
};
export const dropDraft = (ticketId: number, mode: Mode) => {
  drafts.delete(keyOf(ticketId, mode));
};

export const modeOf = (ticketId: number): Mode => modes.get(ticketId) ?? 'public';
export const keepMode = (ticketId: number, mode: Mode) => {
  modes.set(ticketId, mode);
};
