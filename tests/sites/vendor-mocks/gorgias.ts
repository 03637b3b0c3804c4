import { empty, json, rest } from './rest';

const USERS = [
  { id: 1, name: 'Maya Lindqvist', email: 'maya@saltmarsh.example' },
  { id: 2, name: 'Omar Haddad', email: 'omar@saltmarsh.example' },
];
const CUSTOMER = { id: 9, name: 'Tamsin Orrey', email: 'tamsin@quillmail.example' };
const said = (id: number, body_html: string, open: boolean, from_agent: boolean, sender: object) => ({
  id,
  body_html,
  body_text: body_html,
  public: open,
  from_agent,
  channel: open ? 'email' : 'internal-note',
  sender,
  created_datetime: `2026-11-16T1${id % 10}:00:00`,
});
const AT = '/api/tickets/318';

/** One ticket; its messages come newest first, tags are added and removed by name. */
export async function openGorgias() {
  return rest({
    fresh: () => ({
      status: 'open',
      assignee: 2 as number | null,
      tags: ['returns'],
      messages: [
        said(3, '<p>Could you send a photo?</p>', true, true, USERS[0] as object),
        said(2, '<p>Known batch.</p>', false, true, USERS[1] as object),
        said(1, '<p>The sleeve is torn.</p>', true, false, CUSTOMER),
      ],
    }),
    knows: (asked) =>
      asked.headers.authorization ===
      `Basic ${Buffer.from('maya@saltmarsh.example:key-1').toString('base64')}`,
    error: (status, msg) => json({ error: { msg, data: {} } }, status),
    answer(path, state, body, asked) {
      const names = (body.names as string[] | undefined) ?? [];
      switch (path) {
        case 'GET /api/users/0':
          return json(USERS[0]);
        case 'GET /api/users':
          return json({ data: USERS, meta: {} });
        case `GET ${AT}`:
          return json({
            id: 318,
            subject: 'Torn sleeve',
            status: state.status,
            customer: CUSTOMER,
            assignee_user: USERS.find((user) => user.id === state.assignee) ?? null,
            tags: state.tags.map((name, id) => ({ id, name })),
          });
        case 'GET /api/messages':
          return json({ data: asked.query.get('ticket_id') === '318' ? state.messages : [], meta: {} });
        case `PUT ${AT}`:
          if (typeof body.status === 'string') state.status = body.status;
          if (body.assignee_user !== undefined)
            state.assignee = (body.assignee_user as { id: number } | null)?.id ?? null;
          return json({ id: 318 }, 202);
        case `POST ${AT}/tags`:
          state.tags.push(...names);
          return empty(201);
        case `DELETE ${AT}/tags`:
          state.tags = state.tags.filter((name) => !names.includes(name));
          return empty(204);
        case `POST ${AT}/messages`: {
          const made = said(4, String(body.body_html), body.public !== false, true, USERS[0] as object);
          state.messages.unshift({ ...made, channel: String(body.channel) });
          return json(state.messages[0], 201);
        }
        default:
          return null;
      }
    },
  });
}
