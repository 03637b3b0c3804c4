import { type Asked, json, serve } from '../http';

/** Support API v2 for ticket 35436: sideloaded users, safe updates, tags one by one, errors in Zendesk's shapes. */
export async function openZendesk() {
  const users = [
    { id: 1, name: 'Tamsin Orrey', email: 'tamsin@quillmail.example', role: 'end-user' },
    { id: 2, name: 'Maya Lindqvist', email: 'maya@saltmarsh.example', role: 'agent' },
    { id: 3, name: 'Omar Haddad', email: 'omar@saltmarsh.example', role: 'admin' },
    { id: 4, name: 'Rohan Orrey', email: 'rohan@quillmail.example', role: 'end-user' },
  ];
  const fresh = () => ({
    ticket: {
      id: 35436,
      subject: 'Torn sleeve',
      status: 'open',
      priority: 'normal' as string | null,
      requester_id: 1,
      assignee_id: 2 as number | null,
      tags: ['returns'],
      updated_at: '2026-11-16T08:41:00Z',
    },
    comments: [
      {
        id: 901,
        author_id: 1,
        html_body: '<p>The sleeve is torn.</p>',
        public: true,
        created_at: '2026-11-16T08:41:00Z',
      },
      {
        id: 902,
        author_id: 3,
        html_body: '<p>Known batch.</p>',
        public: false,
        created_at: '2026-11-16T09:00:00Z',
      },
      {
        id: 903,
        author_id: 4,
        html_body: '<p>Mine too.</p>',
        public: true,
        created_at: '2026-11-16T09:10:00Z',
      },
    ],
  });
  let state = fresh();
  let clock = 0;
  let writes: string[] = [];
  const lab = { status: 0, colleague: '', drop: false };
  const auth = `Basic ${Buffer.from('maya@saltmarsh.example/token:abc').toString('base64')}`;
  const stamp = () => {
    clock += 1;
    state.ticket.updated_at = `2026-11-16T10:00:${String(clock).padStart(2, '0')}Z`;
  };

  function answer(asked: Asked) {
    if (asked.headers.authorization !== auth) return json({ error: "Couldn't authenticate you" }, 401);
    const path = `${asked.method} ${asked.path.replace('/api/v2', '').replace('.json', '')}`;
    if (lab.status && asked.method !== 'GET') {
      const shapes: Record<number, unknown> = {
        403: { error: { title: 'Forbidden', message: 'You do not have access to this page.' } },
        404: { error: 'RecordNotFound', description: 'Not found' },
        422: {
          error: 'RecordInvalid',
          description: 'Record validation errors',
          details: { base: [{ description: 'Status: closed prevents ticket update' }] },
        },
        429: { error: 'TooManyRequests', description: 'Number of allowed API requests per minute exceeded' },
      };
      return { ...json(shapes[lab.status] ?? {}, lab.status), headers: { 'retry-after': '5' } };
    }
    const body = asked.text ? JSON.parse(asked.text) : {};
    switch (path) {
      case 'GET /users/me':
        return json({ user: users[1] });
      case 'GET /users/search':
        return json({
          users: users.filter(
            (u) => u.role !== 'end-user' && u.name.includes(asked.query.get('query') ?? ''),
          ),
        });
      case 'GET /tickets/35436':
        return json({ ticket: state.ticket, users });
      case 'GET /tickets/35436/comments':
        return json({ comments: state.comments, users, next_page: null });
      case 'PUT /tickets/35436/tags':
      case 'DELETE /tickets/35436/tags': {
        const tags: string[] = body.tags;
        if (asked.method === 'PUT') state.ticket.tags = [...new Set([...state.ticket.tags, ...tags])];
        else state.ticket.tags = state.ticket.tags.filter((t) => !tags.includes(t));
        writes.push(path);
        stamp();
        return json({ tags: state.ticket.tags });
      }
      case 'PUT /tickets/35436': {
        const { comment, safe_update, updated_stamp, ...change } = body.ticket;
        if (lab.colleague) {
          state.ticket.tags.push(lab.colleague);
          stamp();
          lab.colleague = '';
        }
        if (!safe_update || updated_stamp !== state.ticket.updated_at)
          return json(
            {
              error: 'UpdateConflict',
              description:
                'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.',
            },
            409,
          );
        Object.assign(state.ticket, change);
        if (comment) {
          if (typeof comment.public !== 'boolean') return json({ error: 'mock: public must be said' }, 400);
          state.comments.push({
            id: 900 + state.comments.length + 1,
            author_id: 2,
            created_at: '2026-11-16T11:00:00Z',
            ...comment,
          });
        }
        writes.push(path);
        stamp();
        return lab.drop
          ? json({ error: 'Bad gateway' }, 502)
          : json({ ticket: state.ticket, audit: { id: 1 } });
      }
      default:
        return json({ error: 'RecordNotFound', description: 'Not found' }, 404);
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
      clock = 0;
      Object.assign(lab, { status: 0, colleague: '', drop: false });
    },
  };
}
