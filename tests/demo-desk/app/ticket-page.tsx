import { useEffect, useRef } from 'react';
import { call } from './api';
import { Composer } from './composer';
import { useLive } from './live';
import { MessageItem } from './message';
import { attempt } from './notice';
import { Properties } from './properties';
import { StatusBadge } from './status-badge';
import type { Agent, Choices, Message, Ticket } from './types';

interface Props {
  id: number;
  agent: Agent;
  choices: Choices;
}

/** One ticket: the conversation in the middle, what is known about it at the side. */
export function TicketPage({ id, agent, choices }: Props) {
  const ticket = useLive<{ ticket: Ticket }>(`/api/tickets/${id}`);
  const thread = useLive<{ messages: Message[] }>(`/api/tickets/${id}/messages`);
  const scroller = useRef<HTMLDivElement>(null);
  const count = thread.data?.messages.length ?? 0;
  const shown = ticket.data?.ticket;

  useEffect(() => {
    if (count > 0) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [count]);
  useEffect(() => {
    document.title = shown ? `#${shown.id} ${shown.subject} · Harbor Desk` : 'Harbor Desk';
  }, [shown]);

  const refresh = async () => {
    await Promise.all([ticket.refresh(), thread.refresh()]);
  };
  const remove = async (message: Message) => {
    const where = message.role === 'note' ? 'messages' : 'entries';
    await attempt(() => call('DELETE', `/api/tickets/${id}/${where}/${message.id}`), 'Deleted');
    await refresh();
  };

  if (!shown || !thread.data) return <div className="conversation loading" aria-busy="true" />;
  return (
    <>
      <main className="conversation" data-ticket={shown.id}>
        <header className="ticket-head">
          <div className="ticket-line">
            <h2 className="ticket-number">#{shown.id}</h2>
            <StatusBadge status={shown.status} label={choices.statuses[shown.status] ?? shown.status} />
            {shown.priority === 'urgent' && <span className="urgent-flag">Urgent</span>}
          </div>
          <h1 className="ticket-subject">{shown.subject}</h1>
        </header>
        <div className="thread" ref={scroller}>
          <div className="thread-inner">
            {thread.data.messages.map((message) => {
              const internal = message.role !== 'customer' && message.role !== 'agent';
              const mine = internal && message.author.name === agent.name;
              return (
                <MessageItem
                  key={message.id}
                  message={message}
                  remove={mine ? () => void remove(message) : null}
                />
              );
            })}
          </div>
        </div>
        <Composer key={shown.id} ticket={shown} agent={agent} refresh={refresh} />
      </main>
      <Properties ticket={shown} choices={choices} refresh={refresh} />
    </>
  );
}
