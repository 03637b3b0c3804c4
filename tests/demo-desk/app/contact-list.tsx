import { Avatar } from './avatar';
import { useLive } from './live';
import { Link } from './route';
import type { Contact } from './types';

export function ContactList({ selected, query }: { selected: number | null; query: string }) {
  const { data } = useLive<{ contacts: Contact[] }>('/api/contacts');
  const wanted = query.trim().toLowerCase();
  const rows = (data?.contacts ?? []).filter(({ name, email }) =>
    `${name} ${email}`.toLowerCase().includes(wanted),
  );
  return (
    <nav className="list" aria-label="Contacts">
      <ul>
        {rows.map((contact) => (
          <li key={contact.id}>
            <Link
              href={`/contacts/${contact.id}`}
              className="list-item list-person"
              aria-current={contact.id === selected ? 'page' : undefined}
            >
              <Avatar name={contact.name} kind="customer" />
              <span>
                <span className="list-who">{contact.name}</span>
                <span className="list-subject">{contact.fields.Company || contact.email}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {data && rows.length === 0 && <p className="list-empty">No contacts here.</p>}
    </nav>
  );
}
