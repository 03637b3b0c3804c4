import { useEffect } from 'react';
import { call } from './api';
import { Avatar } from './avatar';
import { CustomFields } from './custom-fields';
import { useLive } from './live';
import { attempt } from './notice';
import { Link } from './route';
import { StatusBadge } from './status-badge';
import type { Choices, Contact, TicketRow } from './types';

/** A contact: who it is, what can be changed, and the tickets it wrote. */
export function ContactPage({ id, choices }: { id: number; choices: Choices }) {
  const { data, refresh } = useLive<{ contact: Contact }>(`/api/contacts/${id}`);
  const tickets = useLive<{ tickets: TicketRow[] }>('/api/tickets').data?.tickets ?? [];
  const contact = data?.contact;

  useEffect(() => {
    document.title = contact ? `${contact.name} · Harbor Desk` : 'Harbor Desk';
  }, [contact]);

  const save = async (name: string, value: string) => {
    await attempt(() => call('PATCH', `/api/contacts/${id}`, { fields: { [name]: value } }));
    await refresh();
  };

  if (!contact) return <main className="contact-page loading" aria-busy="true" />;
  const theirs = tickets.filter((row) => row.requesterId === contact.id);
  return (
    <main className="contact-page" data-contact={contact.id}>
      <header className="contact-head">
        <Avatar name={contact.name} kind="customer" />
        <div>
          <p className="contact-number">Contact {contact.id}</p>
          <h1 className="contact-name">{contact.name}</h1>
          <a className="contact-email" href={`mailto:${contact.email}`}>
            {contact.email}
          </a>
        </div>
      </header>
      <div className="contact-columns">
        <section className="panel contact-fields" key={contact.id}>
          <h2>Details</h2>
          <CustomFields
            prefix="contact"
            known={choices.contactFields}
            names={Object.keys(choices.contactFields)}
            values={contact.fields}
            save={save}
          />
        </section>
        <section className="panel">
          <h2>Tickets</h2>
          <ul className="contact-tickets">
            {theirs.map((row) => (
              <li key={row.id}>
                <Link href={`/tickets/${row.id}`}>
                  <span className="list-id">#{row.id}</span> {row.subject}
                </Link>
                <StatusBadge status={row.status} label={choices.statuses[row.status] ?? row.status} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </main>
  );
}
