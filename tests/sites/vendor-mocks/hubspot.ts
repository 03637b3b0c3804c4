import type { PublicOwner } from '@hubspot/api-client/lib/codegen/crm/owners/models/PublicOwner.js';
import type { Pipeline } from '@hubspot/api-client/lib/codegen/crm/pipelines/models/Pipeline.js';
import type { ModelError } from '@hubspot/api-client/lib/codegen/crm/tickets/models/ModelError.js';
import type { SimplePublicObject } from '@hubspot/api-client/lib/codegen/crm/tickets/models/SimplePublicObject.js';
import type { SimplePublicObjectWithAssociations } from '@hubspot/api-client/lib/codegen/crm/tickets/models/SimplePublicObjectWithAssociations.js';
import { type Asked, json, serve } from '../http';
import type { Wire } from './wire';

const error = (status: number, category: string, message: string, more: Record<string, string> = {}) => {
  const body: Wire<ModelError> = {
    message,
    correlationId: '7f9f1c1e-2f5c-4c3e-9a1b-5d0c7b1e2a34',
    category,
  };
  return json({ status: 'error', ...body, ...more }, status);
};

const SHAPES: Record<number, [string, string, Record<string, string>?]> = {
  403: ['MISSING_SCOPES', 'This app hasn’t been granted all required scopes to make this call.'],
  404: ['OBJECT_NOT_FOUND', 'Object not found.'],
  409: ['CONFLICT', 'The object changed meanwhile.'],
  422: ['VALIDATION_ERROR', 'Property values were not valid'],
  429: [
    'RATE_LIMITS',
    'You have reached your ten_secondly_rolling limit.',
    { errorType: 'RATE_LIMIT', policyName: 'TEN_SECONDLY_ROLLING' },
  ],
};

const AGE = { createdAt: '2026-11-01T08:00:00.000Z', updatedAt: '2026-11-16T08:41:00.000Z', archived: false };
const owner = (id: string, email: string, firstName: string, lastName: string) =>
  ({
    id,
    email,
    type: 'PERSON',
    firstName,
    lastName,
    userId: Number(id),
    ...AGE,
  }) satisfies Wire<PublicOwner>;
const OWNERS = [
  owner('21', 'maya@saltmarsh.example', 'Maya', 'Lindqvist'),
  owner('22', 'omar@saltmarsh.example', 'Omar', 'Haddad'),
];
const stage = (id: string, label: string, displayOrder: number) => ({
  id,
  label,
  displayOrder,
  metadata: { ticketState: label === 'Closed' ? 'CLOSED' : 'OPEN' },
  ...AGE,
});
const PIPELINES = [
  {
    id: '0',
    label: 'Support',
    displayOrder: 0,
    stages: [stage('1', 'New', 0), stage('2', 'Waiting on contact', 1), stage('4', 'Closed', 2)],
    ...AGE,
  },
] satisfies Wire<Pipeline>[];
const CONTACT = {
  firstname: 'Tamsin',
  lastname: 'Orrey',
  email: 'tamsin@quillmail.example',
  phone: '+44 20 7946 0000',
};

/** One line of a thread. Its vendor's client knows none of these; the documentation says what each kind has. */
const line = (id: string, type: string, createdAt: string, name: string, more: object) => ({
  id,
  type,
  conversationsThreadId: '5005',
  createdAt,
  createdBy: 'A-21',
  client: { clientType: 'HUBSPOT' },
  senders: name ? [{ actorId: 'A-21', name }] : [],
  recipients: [],
  archived: false,
  ...more,
});
const said = (text: string) => ({ text, richText: `<p>${text}</p>`, attachments: [] });
const message = (direction: 'INCOMING' | 'OUTGOING', text: string) => ({
  direction,
  ...said(text),
  truncationStatus: 'NOT_TRUNCATED',
  channelId: '1002',
  channelAccountId: '424',
});

const fresh = () => ({
  properties: {
    subject: 'Torn sleeve',
    content: 'The sleeve is torn.',
    hs_pipeline: '0',
    hs_pipeline_stage: '1',
    hs_ticket_priority: 'MEDIUM',
    hubspot_owner_id: '21',
  } as Record<string, string>,
  messages: [
    line('m1', 'MESSAGE', '2026-11-16T08:41:00Z', 'Tamsin Orrey', message('INCOMING', 'The sleeve is torn.')),
    line('m2', 'COMMENT', '2026-11-16T09:00:00Z', 'Omar Haddad', said('Known batch.')),
    line('m3', 'ASSIGNMENT', '2026-11-16T09:10:00Z', '', { assignedTo: 'A-21' }),
    line(
      'm4',
      'MESSAGE',
      '2026-11-16T09:20:00Z',
      'Maya Lindqvist',
      message('OUTGOING', 'Could you send a photo?'),
    ),
  ],
});

/** Of all properties those that were asked for, in one list or one by one; `null` where there is none. */
function chosen(all: Record<string, string>, { query }: Asked): Record<string, string | null> {
  const names = query.getAll('properties').flatMap((one) => one.split(','));
  return Object.fromEntries([...names, 'hs_object_id'].map((name) => [name, all[name] ?? null]));
}

/**
 * CRM tickets and conversations for one ticket. The compiler holds what is answered about the CRM against the types of
 * HubSpot's own client.
 */
export async function openHubspot() {
  let state = fresh();
  let writes: string[] = [];
  let asked: Asked[] = [];
  const lab = { status: 0, drop: false, noThread: false, noContact: false };
  const gone = () => error(502, 'ERROR', 'gone');

  function comment(path: string, text: string) {
    const body = JSON.parse(text) as { type: string; text: string; richText?: string; attachments?: unknown };
    if (body.type !== 'COMMENT' || typeof body.text !== 'string' || !Array.isArray(body.attachments))
      return error(400, 'VALIDATION_ERROR', 'A comment has type, text and attachments.');
    const made = line(`m${state.messages.length + 1}`, 'COMMENT', '2026-11-16T10:00:00Z', 'Private app', {
      ...said(body.text),
      richText: body.richText ?? '',
    });
    state.messages.push(made);
    writes.push(path);
    return lab.drop ? gone() : json(made, 201);
  }

  function answer(given: Asked) {
    asked.push(given);
    if (given.headers.authorization !== 'Bearer pat-1')
      return error(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.');
    if (lab.status && given.method !== 'GET') {
      const [category, words, more] = SHAPES[lab.status] ?? ['ERROR', 'Error'];
      return error(lab.status, category, words, more);
    }
    const path = `${given.method} ${given.path}`;
    switch (path) {
      case 'GET /crm/v3/objects/tickets/77':
        return json({
          id: '77',
          properties: chosen({ ...state.properties, hs_object_id: '77' }, given),
          ...AGE,
          ...(given.query.get('associations') && !lab.noContact
            ? { associations: { contacts: { results: [{ id: '301', type: 'ticket_to_contact' }] } } }
            : {}),
        } satisfies Wire<SimplePublicObjectWithAssociations>);
      case 'PATCH /crm/v3/objects/tickets/77':
        Object.assign(state.properties, JSON.parse(given.text).properties);
        writes.push(`${path} ${given.text}`);
        return lab.drop
          ? gone()
          : json({ id: '77', properties: state.properties, ...AGE } satisfies Wire<SimplePublicObject>);
      case 'GET /crm/v3/objects/contacts/301':
        return json({
          id: '301',
          properties: chosen({ ...CONTACT, hs_object_id: '301' }, given),
          ...AGE,
        } satisfies Wire<SimplePublicObjectWithAssociations>);
      // the same list with and without the slash: the vendor's reference writes the one, its client the other
      case 'GET /crm/v3/owners':
      case 'GET /crm/v3/owners/':
        return json({ results: OWNERS });
      case 'GET /crm/v3/pipelines/tickets':
        return json({ results: PIPELINES });
      case 'GET /conversations/v3/conversations/threads':
        return json({ results: lab.noThread ? [] : [{ id: '5005' }] });
      case 'GET /conversations/v3/conversations/threads/5005/messages':
        return json({ results: [...state.messages].reverse() });
      case 'POST /conversations/v3/conversations/threads/5005/messages':
        return comment(path, given.text);
      default:
        return error(404, 'OBJECT_NOT_FOUND', 'Object not found.');
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
      Object.assign(lab, { status: 0, drop: false, noThread: false, noContact: false });
    },
  };
}
