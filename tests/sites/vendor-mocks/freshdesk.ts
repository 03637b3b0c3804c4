import { json, rest } from './rest';

const AGENTS = [
  { id: 11, contact: { name: 'Maya Lindqvist', email: 'maya@saltmarsh.example' } },
  { id: 12, contact: { name: 'Omar Haddad', email: 'omar@saltmarsh.example' } },
];
const said = (id: number, body: string, from: string, kind: { private?: true; incoming?: true }) => ({
  id,
  body,
  body_text: body,
  incoming: kind.incoming ?? false,
  private: kind.private ?? false,
  source: kind.private ? 2 : 0,
  from_email: from,
  created_at: `2026-11-16T1${id % 10}:00:00Z`,
});

/** One ticket, for an agent; `lab.mayList` off is one who may not list agents. */
export async function openFreshdesk() {
  const lab = { mayList: true, source: 1 };
  const desk = await rest({
    fresh: () => ({
      ticket: { status: 2, priority: 2, responder_id: 12 },
      talk: [
        said(901, '<p>Known batch.</p>', 'Omar Haddad <omar@saltmarsh.example>', { private: true }),
        said(902, '<p>Could you send a photo?</p>', 'Maya <support@saltmarsh.example>', {}),
        said(903, '<p>Here it is.</p>', 'Tamsin Orrey <tamsin@quillmail.example>', { incoming: true }),
      ],
    }),
    // the key as the user, any password
    knows: (asked) => asked.headers.authorization === `Basic ${Buffer.from('key-1:X').toString('base64')}`,
    error: (status, message) =>
      status === 400 || status === 409 || status === 422
        ? json(
            {
              description: 'Validation failed',
              errors: [{ field: 'status', message, code: 'invalid_value' }],
            },
            status,
          )
        : json({ code: status === 403 ? 'access_denied' : 'invalid', message }, status),
    answer(path, state, body) {
      const full = () => ({
        id: 318,
        subject: 'Torn sleeve',
        description: '<div>The sleeve is torn.</div>',
        description_text: 'The sleeve is torn.',
        source: lab.source,
        created_at: '2026-11-16T08:41:00Z',
        tags: ['returns'],
        requester: { id: 9, name: 'Tamsin Orrey', email: 'tamsin@quillmail.example' },
        ...state.ticket,
      });
      switch (path) {
        case 'GET /api/v2/agents/me':
          return json(AGENTS[0]);
        case 'GET /api/v2/agents':
          return lab.mayList ? json(AGENTS) : json({ code: 'access_denied', message: 'No' }, 403);
        case 'GET /api/v2/tickets/318':
          return json(full());
        case 'GET /api/v2/tickets/318/conversations':
          return json(state.talk);
        case 'PUT /api/v2/tickets/318':
          Object.assign(state.ticket, body);
          return json(full());
        case 'POST /api/v2/tickets/318/notes':
          state.talk.push(
            said(910, String(body.body), 'Maya', body.private === true ? { private: true } : {}),
          );
          return json(state.talk.at(-1), 201);
        case 'POST /api/v2/tickets/318/reply':
          state.talk.push(said(911, String(body.body), 'Maya <support@saltmarsh.example>', {}));
          return json(state.talk.at(-1), 201);
        default:
          return null;
      }
    },
  });
  return { ...desk, as: lab };
}
