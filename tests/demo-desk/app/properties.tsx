import { call } from './api';
import { Avatar } from './avatar';
import { CustomFields } from './custom-fields';
import { Entries } from './entries';
import { ChoiceField, TextField } from './fields';
import { attempt } from './notice';
import { Link } from './route';
import { Tags } from './tags';
import type { Choices, Ticket } from './types';

interface Props {
  ticket: Ticket;
  choices: Choices;
  refresh: () => Promise<void>;
}

/** Fields of the contact that can be changed from here; name and address only on the contact's own page. */
const CONTACT_FIELDS = ['Phone', 'Company', 'Job title', 'City', 'Plan'];

/** The right side: what is known about the ticket and about who wrote it. Every change is saved at once. */
export function Properties({ ticket, choices, refresh }: Props) {
  const base = `/api/tickets/${ticket.id}`;
  const write = async (method: string, path: string, body?: unknown) => {
    await attempt(() => call(method, path, body));
    await refresh();
  };
  const set = (name: string) => (value: string) => write('PATCH', base, { [name]: value });
  const { requester } = ticket;
  const assignees = Object.fromEntries(choices.assignees.map((name) => [name, name]));

  return (
    <aside className="properties" aria-label="Ticket details" key={ticket.id}>
      <section className="panel requester">
        <h2>Requester</h2>
        <div className="person">
          <Avatar name={requester.name} kind="customer" />
          <div>
            <Link href={`/contacts/${requester.id}`} className="requester-name">
              {requester.name}
            </Link>
            <span className="requester-email" title={requester.email}>
              {requester.email}
            </span>
          </div>
        </div>
        <CustomFields
          prefix="contact"
          known={choices.contactFields}
          names={CONTACT_FIELDS}
          values={requester.fields}
          save={(name, value) => write('PATCH', `${base}/requester`, { fields: { [name]: value } })}
        />
      </section>
      <section className="panel">
        <h2>Ticket</h2>
        <ChoiceField
          label="Status"
          id="ticket-status"
          value={ticket.status}
          options={choices.statuses}
          save={set('status')}
        />
        <ChoiceField
          label="Priority"
          id="ticket-priority"
          value={ticket.priority}
          options={choices.priorities}
          save={set('priority')}
        />
        <ChoiceField
          label="Assignee"
          id="ticket-assignee"
          value={ticket.assignee}
          options={assignees}
          save={set('assignee')}
        />
        <TextField
          label="Snoozed until"
          id="ticket-snooze"
          value={ticket.snoozedUntil}
          save={set('snoozedUntil')}
        />
        <Tags
          tags={ticket.tags}
          add={(tag) => write('POST', `${base}/tags`, { tag })}
          remove={(tag) => write('DELETE', `${base}/tags/${encodeURIComponent(tag)}`)}
        />
        <CustomFields
          prefix="field"
          known={choices.ticketFields}
          names={Object.keys(choices.ticketFields)}
          values={ticket.fields}
          save={(name, value) => write('PATCH', base, { fields: { [name]: value } })}
        />
      </section>
      <Entries enter={(kind, body) => write('POST', `${base}/${kind}s`, body)} />
    </aside>
  );
}
