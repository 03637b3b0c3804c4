import { empty, json, rest } from './rest';

const USERS = [
  { id: 71, firstName: 'Maya', lastName: 'Lindqvist', email: 'maya@saltmarsh.example' },
  { id: 72, firstName: 'Omar', lastName: 'Haddad', email: 'omar@saltmarsh.example' },
];
const CUSTOMER = {
  id: 9,
  type: 'customer',
  first: 'Tamsin',
  last: 'Orrey',
  email: 'tamsin@quillmail.example',
};
const thread = (id: number, type: string, body: string, email: string, state = 'published') => ({
  id,
  type,
  state,
  body,
  createdBy: { type: type === 'customer' ? 'customer' : 'user', email },
  createdAt: `2026-11-16T1${id % 10}:00:00Z`,
});
const AT = '/v2/conversations/318';

/** One conversation; threads come newest first, and a reply without a status opens it again. */
export async function openHelpScout() {
  return rest({
    fresh: () => ({
      status: 'pending',
      assignee: 72 as number | null,
      threads: [
        thread(3, 'message', '<p>Could you send a photo?</p>', 'maya@saltmarsh.example'),
        thread(4, 'message', '<p>Not sent yet.</p>', 'maya@saltmarsh.example', 'draft'),
        thread(2, 'note', 'Known batch.', 'omar@saltmarsh.example'),
        thread(5, 'lineitem', '', 'omar@saltmarsh.example'),
        thread(1, 'customer', 'The sleeve is torn.', CUSTOMER.email),
      ],
    }),
    knows: (asked) => asked.headers.authorization === 'Bearer tok-1',
    error: (status, message) =>
      json(
        status === 401
          ? { error: 'invalid_token', error_description: message }
          : { logRef: 'r', message, _embedded: { errors: [] } },
        status,
      ),
    answer(path, state, body, asked) {
      switch (path) {
        case 'GET /v2/users/me':
          return json(USERS[0]);
        case 'GET /v2/users':
          return json({
            _embedded: { users: USERS.filter((user) => user.email === asked.query.get('email')) },
            page: { totalElements: 1 },
          });
        case `GET ${AT}`:
          return json({
            id: 318,
            number: 12,
            subject: 'Torn sleeve',
            status: state.status,
            primaryCustomer: CUSTOMER,
            assignee: USERS.find((user) => user.id === state.assignee),
            tags: [{ id: 4, tag: 'returns', color: '#fff' }],
          });
        case `GET ${AT}/threads`:
          return json({ _embedded: { threads: state.threads }, page: { totalElements: 5 } });
        case `PATCH ${AT}`:
          if (body.op === 'replace' && body.path === '/status') state.status = String(body.value);
          else if (body.op === 'replace' && body.path === '/assignTo') state.assignee = Number(body.value);
          else return json({ message: 'Bad request' }, 400);
          return empty(204);
        case `POST ${AT}/notes`:
          state.threads.unshift(thread(6, 'note', String(body.text), 'maya@saltmarsh.example'));
          return { ...empty(201), headers: { 'resource-id': '6' } };
        case `POST ${AT}/reply`:
          if (!(body.customer as { email?: string })?.email) return json({ message: 'customer' }, 400);
          state.status = String(body.status ?? 'active');
          state.threads.unshift(thread(7, 'message', String(body.text), 'maya@saltmarsh.example'));
          return { ...empty(201), headers: { 'resource-id': '7' } };
        default:
          return null;
      }
    },
  });
}
