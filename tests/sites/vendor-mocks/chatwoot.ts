import { json, rest } from './rest';

const AGENTS = [
  { id: 1, name: 'Maya Lindqvist', email: 'maya@saltmarsh.example', role: 'agent' },
  { id: 2, name: 'Omar Haddad', email: 'omar@saltmarsh.example', role: 'agent' },
];
const said = (id: number, content: string, message_type: number, inside: boolean, name: string) => ({
  id,
  content,
  message_type,
  private: inside,
  created_at: 1_763_280_000 + id,
  sender: { name },
});
const AT = '/api/v1/accounts/1/conversations/41';

/** One conversation of account 1; `as.accounts` is how many accounts the person belongs to. */
export async function openChatwoot() {
  const as = { accounts: 1 };
  const desk = await rest({
    fresh: () => ({
      status: 'open',
      priority: 'low' as unknown,
      assignee: 2,
      talk: [
        said(501, 'The sleeve is torn.', 0, false, 'Tamsin Orrey'),
        said(502, 'Assigned to Omar Haddad', 2, false, ''),
        said(503, 'Known batch.', 1, true, 'Omar Haddad'),
        said(504, 'Could you send a photo?', 1, false, 'Maya Lindqvist'),
      ],
    }),
    knows: (asked) => asked.headers.api_access_token === 'tok-1',
    error: (status, error) => json(status === 401 ? { errors: [error] } : { error }, status),
    answer(path, state, body) {
      switch (path) {
        case 'GET /api/v1/profile':
          return json({
            ...AGENTS[0],
            accounts: [...Array(as.accounts).keys()].map((n) => ({ id: n + 1, role: 'agent' })),
          });
        case 'GET /api/v1/accounts/1/agents':
          return json(AGENTS);
        case `GET ${AT}`:
          return json({
            id: 41,
            status: state.status,
            priority: state.priority,
            labels: ['returns'],
            additional_attributes: { mail_subject: 'Torn sleeve' },
            meta: {
              sender: { name: 'Tamsin Orrey', email: 'tamsin@quillmail.example' },
              assignee: AGENTS.find((agent) => agent.id === state.assignee),
            },
          });
        case `GET ${AT}/messages`:
          return json({ meta: {}, payload: state.talk });
        case `POST ${AT}/toggle_status`:
          state.status = String(body.status);
          return json({ meta: {}, payload: { success: true, current_status: state.status } });
        case `POST ${AT}/toggle_priority`:
          state.priority = body.priority;
          return json({});
        case `POST ${AT}/assignments`:
          state.assignee = Number(body.assignee_id);
          return json(AGENTS.find((agent) => agent.id === state.assignee));
        case `POST ${AT}/messages`: {
          const made = said(510, String(body.content), 1, body.private === true, 'Maya Lindqvist');
          state.talk.push(made);
          return json(made);
        }
        default:
          return null;
      }
    },
  });
  return { ...desk, as };
}
