import { EditorView } from 'prosemirror-view';
import { type RefObject, useEffect, useRef } from 'react';
import type { Mode } from '../types';
import { draftOf, dropDraft, keepDraft } from './drafts';
import { freshState } from './state';

interface Box {
  ticketId: number;
  mode: Mode;
  agentName: string;
  send: () => void;
}

/**
 * A ProseMirror view in `mount`, for one ticket and one kind of message. What is typed is kept for the way back;
 * nothing that happens to the ticket touches it.
 */
export function useEditor(mount: RefObject<HTMLDivElement | null>, box: Box) {
  const view = useRef<EditorView | null>(null);
  const send = useRef(box.send);
  send.current = box.send;
  const { ticketId, mode, agentName } = box;

  useEffect(() => {
    if (!mount.current) return;
    const state = draftOf(ticketId, mode) ?? freshState(mode, agentName, () => send.current());
    const created = new EditorView(mount.current, {
      state,
      attributes: {
        class: 'editor',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': mode === 'public' ? 'Reply' : 'Internal note',
      },
    });
    view.current = created;
    return () => {
      keepDraft(ticketId, mode, created.state);
      created.destroy();
      view.current = null;
    };
  }, [mount, ticketId, mode, agentName]);

  /** Back to how it was before anybody typed; the editor's own undo forgets, too. */
  function clear(): void {
    dropDraft(ticketId, mode);
    view.current?.updateState(freshState(mode, agentName, () => send.current()));
  }

  return { view, clear };
}
