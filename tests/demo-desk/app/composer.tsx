import { useRef, useState } from 'react';
import { call } from './api';
import { fragmentOf, toHtml } from './editor/document';
import { keepMode, modeOf } from './editor/drafts';
import { Toolbar } from './editor/toolbar';
import { useEditor } from './editor/use-editor';
import { Icon } from './icons';
import { MacroMenu } from './macro-menu';
import { attempt } from './notice';
import { Recipients } from './recipients';
import type { Agent, Macro, Mode, Ticket } from './types';

interface Props {
  ticket: Ticket;
  agent: Agent;
  refresh: () => Promise<void>;
}

/** The box at the bottom of a conversation: a public reply or an internal note. */
export function Composer({ ticket, agent, refresh }: Props) {
  const [mode, setMode] = useState<Mode>(() => modeOf(ticket.id));
  const [cc, setCc] = useState(ticket.cc);
  const [busy, setBusy] = useState(false);
  const mount = useRef<HTMLDivElement>(null);
  // A second try of the same words keeps its key, so that they cannot be posted twice.
  const tried = useRef({ words: '', key: '' });
  const { view, clear } = useEditor(mount, { ticketId: ticket.id, mode, agentName: agent.name, send });

  async function send(): Promise<void> {
    if (!view.current || busy) return;
    setBusy(true);
    const html = toHtml(view.current.state.doc);
    const words = JSON.stringify([mode, html, cc]);
    if (tried.current.words !== words) tried.current = { words, key: crypto.randomUUID() };
    const body = { visibility: mode, html, cc, key: tried.current.key };
    const sent = await attempt(
      () => call('POST', `/api/tickets/${ticket.id}/messages`, body),
      mode === 'public' ? 'Reply sent' : 'Note added',
    );
    setBusy(false);
    if (!sent) return;
    tried.current = { words: '', key: '' };
    clear();
    await refresh();
  }

  function insert({ text }: Macro): void {
    const current = view.current;
    if (!current || !text) return;
    current.dispatch(current.state.tr.insert(0, fragmentOf(text)).scrollIntoView());
    current.focus();
  }

  const switchTo = (next: Mode) => {
    keepMode(ticket.id, next);
    setMode(next);
  };
  const tab = (value: Mode, words: string) => (
    <button
      type="button"
      data-visibility={value}
      aria-pressed={mode === value}
      onClick={() => switchTo(value)}
    >
      <Icon name={value === 'public' ? 'reply' : 'lock'} size={16} />
      {words}
    </button>
  );

  return (
    <form
      className="composer"
      data-mode={mode}
      aria-label="Compose"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <input type="hidden" name="visibility" value={mode} />
      <div className="composer-top">
        <fieldset className="composer-modes" aria-label="Kind of message">
          {tab('public', 'Reply')}
          {tab('internal', 'Internal note')}
        </fieldset>
        <MacroMenu ticketId={ticket.id} applied={insert} refresh={refresh} />
      </div>
      {mode === 'public' ? (
        <Recipients to={ticket.requester} cc={cc} setCc={setCc} />
      ) : (
        <p className="note-hint">Only your team sees this note.</p>
      )}
      <div className="editor-mount" ref={mount} />
      <div className="composer-bottom">
        <Toolbar view={() => view.current} />
        <button
          type="submit"
          className={mode === 'public' ? 'primary send-reply' : 'primary send-note'}
          disabled={busy}
        >
          {mode === 'public' ? 'Send reply' : 'Add note'}
        </button>
      </div>
    </form>
  );
}
