import { type Asked, json, serve } from '../http';

const error = (status: number, code: string, message: string) =>
  json({ type: 'error.list', request_id: 'r', errors: [{ code, message }] }, status);

/** Conversations API for one conversation, in a teammate's name. */
export async function openIntercom() {
  const admins = [
    { type: 'admin', id: '11', name: 'Maya Lindqvist', email: 'maya@saltmarsh.example' },
    { type: 'admin', id: '12', name: 'Omar Haddad', email: 'omar@saltmarsh.example' },
  ];
  const allTags = [
    { type: 'tag', id: '71', name: 'returns' },
    { type: 'tag', id: '72', name: 'vip' },
  ];
  const part = (
    id: string,
    part_type: string,
    body: string | null,
    author: { type: string; id: string; name: string },
  ) => ({
    type: 'conversation_part',
    id,
    part_type,
    body,
    created_at: 1763283660,
    author,
  });
  const customer = { type: 'user', id: 'u1', name: 'Tamsin Orrey', email: 'tamsin@quillmail.example' };
  const fresh = () => ({
    state: 'open',
    assignee: '12' as string | null,
    tags: ['71'],
    parts: [
      part('501', 'note', '<p>Known batch.</p>', { type: 'admin', id: '12', name: 'Omar Haddad' }),
      part('502', 'assignment', null, { type: 'admin', id: '12', name: 'Omar Haddad' }),
      part('503', 'comment', '<p>Could you send a photo?</p>', {
        type: 'admin',
        id: '11',
        name: 'Maya Lindqvist',
      }),
      part('504', 'comment', '<p>Here it is.</p>', customer),
    ],
  });
  let state = fresh();
  let writes: { path: string; body: Record<string, string> }[] = [];
  const lab = { status: 0, drop: false };
  const conversation = () => ({
    type: 'conversation',
    id: '9001',
    title: 'Torn sleeve',
    state: state.state,
    open: state.state === 'open',
    admin_assignee_id: state.assignee === null ? null : Number(state.assignee),
    tags: { type: 'tag.list', tags: allTags.filter((t) => state.tags.includes(t.id)) },
    contacts: { type: 'contact.list', contacts: [{ type: 'contact', id: 'u1' }] },
    source: {
      type: 'email',
      id: '500',
      subject: '<p>Torn sleeve</p>',
      body: '<p>The sleeve is torn.</p>',
      author: customer,
    },
    conversation_parts: {
      type: 'conversation_part.list',
      total_count: state.parts.length,
      conversation_parts: state.parts,
    },
  });

  function write(path: string, body: Record<string, string>) {
    writes.push({ path, body });
    if (lab.drop) return error(503, 'service_unavailable', 'try later');
    return json(conversation());
  }

  function answer(asked: Asked) {
    if (asked.headers.authorization !== 'Bearer tok-1')
      return error(401, 'unauthorized', 'Access Token Invalid');
    if (!asked.headers['intercom-version'])
      return error(400, 'intercom_version_invalid', 'The requested version could not be found');
    const path = `${asked.method} ${asked.path}`;
    if (lab.status && asked.method !== 'GET') {
      const codes: Record<number, [string, string]> = {
        403: ['api_plan_restricted', 'Active subscription needed.'],
        404: ['not_found', 'Resource Not Found'],
        409: ['conflict', 'The conversation was changed'],
        422: ['parameter_invalid', 'Body is too long'],
        429: ['rate_limit_exceeded', 'You have exceeded the rate limit'],
      };
      const [code, words] = codes[lab.status] ?? ['error', 'Error'];
      return error(lab.status, code, words);
    }
    const body = asked.text ? (JSON.parse(asked.text) as Record<string, string>) : {};
    switch (path) {
      case 'GET /me':
        return json(admins[0]);
      case 'GET /admins':
        return json({ type: 'admin.list', admins });
      case 'GET /tags':
        return json({ type: 'list', data: allTags });
      case 'GET /conversations/9001':
        return json(conversation());
      case 'POST /conversations/9001/reply': {
        if (body.admin_id !== '11' || body.type !== 'admin')
          return error(400, 'parameter_invalid', 'admin_id');
        const kind =
          body.message_type === 'note' ? 'note' : body.message_type === 'comment' ? 'comment' : null;
        if (!kind) return error(400, 'parameter_invalid', 'message_type');
        state.parts.push(
          part(String(501 + state.parts.length), kind, body.body ?? '', {
            type: 'admin',
            id: '11',
            name: 'Maya Lindqvist',
          }),
        );
        return write(path, body);
      }
      case 'POST /conversations/9001/parts': {
        if (body.message_type === 'assignment') state.assignee = body.assignee_id ?? null;
        else if (body.message_type === 'close') state.state = 'closed';
        else if (body.message_type === 'open') state.state = 'open';
        else return error(400, 'parameter_invalid', 'message_type');
        return write(path, body);
      }
      case 'POST /conversations/9001/tags':
        state.tags.push(body.id ?? '');
        return write(path, body);
      case 'DELETE /conversations/9001/tags/72':
        state.tags = state.tags.filter((t) => t !== '72');
        return write(path, body);
      default:
        return error(404, 'not_found', 'Resource Not Found');
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
