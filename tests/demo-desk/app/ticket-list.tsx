import { useState } from 'react';
import { shortDay } from './format';
import { useLive } from './live';
import { Link } from './route';
import { StatusBadge } from './status-badge';
import type { Agent, Choices, TicketRow } from './types';

interface Props {
  selected: number | null;
  agent: Agent;
  choices: Choices;
  query: string;
}

const VIEWS = ['All', 'Mine', 'Unassigned'] as const;

export function TicketList({ selected, agent, choices, query }: Props) {
  const { data } = useLive<{ tickets: TicketRow[] }>('/api/tickets');
  const [view, setView] = useState<(typeof VIEWS)[number]>('All');
  const wanted = query.trim().toLowerCase();
  const rows = (data?.tickets ?? []).filter((row) => {
    if (view === 'Mine' && row.assignee !== agent.name) return false;
    if (view === 'Unassigned' && row.assignee !== 'Unassigned') return false;
    return `#${row.id} ${row.subject} ${row.requester}`.toLowerCase().includes(wanted);
  });

  return (
    <nav className="list" aria-label="Tickets">
      <div className="list-views">
        {VIEWS.map((name) => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
            {name}
          </button>
        ))}
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              href={`/tickets/${row.id}`}
              className="list-item"
              aria-current={row.id === selected ? 'page' : undefined}
            >
              <span className="list-line">
                <span className="list-who">{row.requester}</span>
                <span className="list-day">{shortDay(row.updatedAt)}</span>
              </span>
              <span className="list-subject">{row.subject}</span>
              <span className="list-line">
                <StatusBadge status={row.status} label={choices.statuses[row.status] ?? row.status} />
                {row.priority === 'urgent' || row.priority === 'high' ? (
                  <span className={`priority-word priority-${row.priority}`}>
                    {choices.priorities[row.priority]}
                  </span>
                ) : null}
                <span className="list-id">{row.id}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {data && rows.length === 0 && <p className="list-empty">No tickets here.</p>}
    </nav>
  );
}
