import { type Asked, json, serve } from '../http';

const USERS = [
  { id: 1, login: '-', firstname: '-', lastname: '', email: '' },
  {
    id: 3,
    login: 'maya@saltmarsh.example',
    firstname: 'Maya',
    lastname: 'Lindqvist',
    email: 'maya@saltmarsh.example',
  },
  {
    id: 4,
    login: 'omar@saltmarsh.example',
    firstname: 'Omar',
    lastname: 'Haddad',
    email: 'omar@saltmarsh.example',
  },
  {
    id: 9,
    login: 'tamsin@quillmail.example',
    firstname: 'Tamsin',
    lastname: 'Orrey',
    email: 'tamsin@quillmail.example',
  },
];
const STATES = ['new', 'open', 'pending reminder', 'closed'].map((name, i) => ({
  id: i + 1,
  name,
  active: true,
}));
const PRIORITIES = ['1 low', '2 normal', '3 high'].map((name, i) => ({ id: i + 1, name }));

/** One ticket of a made-up Zammad, answered as its documentation says. */
export async function openZammad() {
  const article = (
    id: number,
    sender: string,
    from: string,
    body: string,
    internal: boolean,
    type = 'email',
  ) => ({
    id,
    ticket_id: 41,
    sender,
    type,
    from,
    to: null as string | null,
    body,
    content_type: 'text/html',
    internal,
    created_at: `2026-11-16T0${id % 10}:00:00.000Z`,
  });
  const fresh = () => ({
    ticket: {
      id: 41,
      number: '22041',
      title: 'Torn sleeve',
      state_id: 2,
      priority_id: 2,
      owner_id: 4,
      customer_id: 9,
    },
    tags: ['returns'],
    articles: [
      article(
        101,
        'Customer',
        'Tamsin Orrey <tamsin@quillmail.example>',
        '<p>The sleeve is torn.</p>',
        false,
      ),
      article(102, 'Agent', 'Omar Haddad', 'Known batch.', true, 'note'),
      article(103, 'Agent', 'Maya Lindqvist', 'Could you send a photo?', false),
    ],
  });
  let state = fresh();
  let writes: { path: string; body: Record<string, unknown> }[] = [];
  const lab = { status: 0, drop: false };
  const named = <T extends { id: number }>(all: T[], id: number) => all.find((one) => one.id === id);
  const expanded = () => ({
    ...state.ticket,
    state: named(STATES, state.ticket.state_id)?.name,
    priority: named(PRIORITIES, state.ticket.priority_id)?.name,
    owner: named(USERS, state.ticket.owner_id)?.login,
    customer: named(USERS, state.ticket.customer_id)?.login,
  });
  const error = (status: number, words: string) => json({ error: words, error_human: words }, status);

  function done(path: string, body: Record<string, unknown>, answer: unknown, status = 200) {
    writes.push({ path, body });
    return lab.drop ? error(503, 'try later') : json(answer, status);
  }

  function update(path: string, body: Record<string, unknown>) {
    const state_ = STATES.find((s) => s.name === body.state);
    if (body.state !== undefined && !state_) return error(422, 'No lookup value found for state');
    if (state_?.name === 'pending reminder')
      return error(422, 'Missing required value for field pending_time');
    if (state_) state.ticket.state_id = state_.id;
    const priority = PRIORITIES.find((p) => p.name === body.priority);
    if (priority) state.ticket.priority_id = priority.id;
    if (body.owner_id !== undefined) state.ticket.owner_id = Number(body.owner_id);
    return done(path, body, state.ticket);
  }

  function post(path: string, body: Record<string, unknown>) {
    if (Number(body.ticket_id) !== 41) return error(404, "Couldn't find Ticket");
    if (body.type === 'email' && !body.to) return error(422, 'Missing required parameter to');
    const made = {
      ...article(104 + writes.length, 'Agent', 'Maya Lindqvist', String(body.body), body.internal === true),
      type: String(body.type),
      to: (body.to as string) ?? null,
    };
    state.articles.push(made);
    return done(path, body, made, 201);
  }

  function answer(asked: Asked) {
    if (asked.headers.authorization !== 'Token token=tok-1') return error(401, 'Invalid token');
    const path = `${asked.method} ${asked.path}`;
    if (lab.status && asked.method !== 'GET') return error(lab.status, 'Not possible');
    const body = asked.text ? (JSON.parse(asked.text) as Record<string, unknown>) : {};
    switch (path) {
      case 'GET /api/v1/users/me':
        return json(USERS[1]);
      case 'GET /api/v1/users/9':
        return json(USERS[3]);
      case 'GET /api/v1/users/search':
        return json(USERS.filter((u) => u.login.includes(asked.query.get('query') ?? '?')));
      case 'GET /api/v1/ticket_states':
        return json(STATES);
      case 'GET /api/v1/ticket_priorities':
        return json(PRIORITIES);
      case 'GET /api/v1/tickets/41':
        return json(asked.query.get('expand') ? expanded() : state.ticket);
      case 'GET /api/v1/ticket_articles/by_ticket/41':
        return json(state.articles);
      case 'GET /api/v1/tags':
        return json({ tags: state.tags });
      case 'PUT /api/v1/tickets/41':
        return update(path, body);
      case 'POST /api/v1/ticket_articles':
        return post(path, body);
      case 'POST /api/v1/tags/add':
        state.tags.push(String(body.item));
        return done(path, body, true, 201);
      case 'DELETE /api/v1/tags/remove':
        state.tags = state.tags.filter((t) => t !== body.item);
        return done(path, body, true, 201);
      default:
        return error(404, 'No such object');
    }
  }
  return {
    ...(await serve(answer)),
    lab,
    state: () => state,
    writes: () => writes,
    reset() {
      state = fresh();
      writes = [];
      Object.assign(lab, { status: 0, drop: false });
    },
  };
}
