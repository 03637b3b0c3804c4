import type { Intercom } from 'intercom-client';
import { type Asked, json, serve } from '../http';
import type { Wire } from './wire';

const error = (status: number, code: string, message: string) =>
  json(
    { type: 'error.list', request_id: 'r', errors: [{ code, message }] } satisfies Wire<Intercom.Error_>,
    status,
  );

const CODES: Record<number, [string, string]> = {
  403: ['api_plan_restricted', 'Active subscription needed.'],
  404: ['not_found', 'Resource Not Found'],
  409: ['conflict', 'The conversation was changed'],
  422: ['parameter_invalid', 'Body is too long'],
  429: ['rate_limit_exceeded', 'You have exceeded the rate limit'],
};

const admin = (id: string, name: string, email: string) =>
  ({
    type: 'admin',
    id,
    name,
    email,
    away_mode_enabled: false,
    away_mode_reassign: false,
    has_inbox_seat: true,
    team_ids: [],
  }) satisfies Wire<Intercom.Admin>;
const MAYA = admin('11', 'Maya Lindqvist', 'maya@saltmarsh.example');
const OMAR = admin('12', 'Omar Haddad', 'omar@saltmarsh.example');
const TAGS = [
  { type: 'tag', id: '71', name: 'returns' },
  { type: 'tag', id: '72', name: 'vip' },
] satisfies Wire<Intercom.Tag>[];
const CUSTOMER = { type: 'user', id: 'u1', name: 'Tamsin Orrey', email: 'tamsin@quillmail.example' };

const part = (id: string, part_type: string, body: string | null, author: typeof CUSTOMER) =>
  ({
    type: 'conversation_part',
    id,
    part_type,
    body,
    created_at: 1763283660,
    author: { type: author.type, id: author.id, name: author.name, email: author.email },
  }) satisfies Wire<Intercom.ConversationPart>;

const fresh = () => ({
  state: 'open' as 'open' | 'closed',
  assignee: '12' as string | null,
  tags: ['71'],
  parts: [
    part('501', 'note', '<p>Known batch.</p>', OMAR),
    part('502', 'assignment', null, OMAR),
    part('503', 'comment', '<p>Could you send a photo?</p>', MAYA),
    part('504', 'comment', '<p>Here it is.</p>', CUSTOMER),
  ],
});

/**
 * Conversations API for one conversation, in a teammate's name. The compiler holds its answers against the types of
 * Intercom's own client; what a body must hold is checked as the same types say.
 */
export async function openIntercom() {
  let state = fresh();
  let writes: { path: string; body: Record<string, string> }[] = [];
  let asked: Asked[] = [];
  const lab = { status: 0, drop: false };
  const conversation = () =>
    ({
      type: 'conversation',
      id: '9001',
      title: 'Torn sleeve',
      created_at: 1763282460,
      updated_at: 1763283660,
      state: state.state,
      open: state.state === 'open',
      read: true,
      admin_assignee_id: state.assignee === null ? null : Number(state.assignee),
      tags: { type: 'tag.list', tags: TAGS.filter((t) => state.tags.includes(t.id)) },
      contacts: { type: 'contact.list', contacts: [{ type: 'contact', id: 'u1' }] },
      custom_attributes: {},
      source: {
        type: 'email',
        id: '500',
        subject: '<p>Torn sleeve</p>',
        body: '<p>The sleeve is torn.</p>',
        author: CUSTOMER,
      },
      conversation_parts: {
        type: 'conversation_part.list',
        total_count: state.parts.length,
        conversation_parts: state.parts,
      },
    }) satisfies Wire<Intercom.Conversation>;

  function done(path: string, body: Record<string, string>, answer: object = conversation()) {
    writes.push({ path, body });
    return lab.drop ? error(503, 'service_unavailable', 'try later') : json(answer);
  }

  /** Who writes is asked for in every write, and what else the kind of message needs. */
  function lacking(body: Record<string, string>, ...more: string[]) {
    const name = ['admin_id', ...more].find((one) => typeof body[one] !== 'string');
    if (name) return error(400, 'parameter_not_found', `${name} is required`);
    if (body.admin_id !== MAYA.id) return error(400, 'parameter_invalid', 'admin_id');
    return more.includes('type') && body.type !== 'admin' ? error(400, 'parameter_invalid', 'type') : null;
  }

  function reply(path: string, body: Record<string, string>) {
    const kind = ['note', 'comment'].find((one) => one === body.message_type);
    if (!kind) return error(400, 'parameter_invalid', 'message_type');
    const problem = lacking(body, 'type', 'body');
    if (problem) return problem;
    state.parts.push(part(String(501 + state.parts.length), kind, body.body ?? '', MAYA));
    return done(path, body);
  }

  function manage(path: string, body: Record<string, string>) {
    const needs: Record<string, string[]> = {
      close: ['type'],
      open: [],
      assignment: ['type', 'assignee_id'],
    };
    const needed = needs[body.message_type ?? ''];
    if (!needed) return error(400, 'parameter_invalid', 'message_type');
    const problem = lacking(body, ...needed);
    if (problem) return problem;
    if (body.message_type === 'assignment') state.assignee = body.assignee_id ?? null;
    else state.state = body.message_type === 'close' ? 'closed' : 'open';
    return done(path, body);
  }

  /** Tags are put on and taken off one by one; the answer is the tag. */
  function retag(path: string, body: Record<string, string>, id: string | undefined, put: boolean) {
    const problem = lacking(body);
    if (problem) return problem;
    const tag = TAGS.find((one) => one.id === id);
    if (!tag) return error(404, 'tag_not_found', 'Tag not found');
    const others = state.tags.filter((one) => one !== tag.id);
    state.tags = put ? [...others, tag.id] : others;
    return done(path, body, tag);
  }

  function answer(given: Asked) {
    asked.push(given);
    if (given.headers.authorization !== 'Bearer tok-1')
      return error(401, 'unauthorized', 'Access Token Invalid');
    if (!given.headers['intercom-version'])
      return error(400, 'intercom_version_invalid', 'The requested version could not be found');
    const path = `${given.method} ${given.path}`;
    if (lab.status && given.method !== 'GET') {
      const [code, words] = CODES[lab.status] ?? ['error', 'Error'];
      return error(lab.status, code, words);
    }
    const body = given.text ? (JSON.parse(given.text) as Record<string, string>) : {};
    const untag = /^DELETE \/conversations\/9001\/tags\/(\w+)$/.exec(path)?.[1];
    if (untag) return retag(path, body, untag, false);
    switch (path) {
      case 'GET /me':
        return json({ ...MAYA, email_verified: true } satisfies Wire<Intercom.AdminWithApp>);
      case 'GET /admins':
        return json({ type: 'admin.list', admins: [MAYA, OMAR] } satisfies Wire<Intercom.AdminList>);
      case 'GET /tags':
        return json({ type: 'list', data: TAGS } satisfies Wire<Intercom.TagList>);
      case 'GET /conversations/9001':
        return json(conversation());
      case 'POST /conversations/9001/reply':
        return reply(path, body);
      case 'POST /conversations/9001/parts':
        return manage(path, body);
      case 'POST /conversations/9001/tags':
        return retag(path, body, body.id, true);
      default:
        return error(404, 'not_found', 'Resource Not Found');
    }
  }
  return {
    ...(await serve(answer)),
    lab,
    state: () => state,
    writes: () => writes,
    /** Every request as it came, oldest first. */
    asked: () => asked,
    reset() {
      state = fresh();
      writes = [];
      asked = [];
      Object.assign(lab, { status: 0, drop: false });
    },
  };
}
