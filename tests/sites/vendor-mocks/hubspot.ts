import { type Asked, json, serve } from '../http';

const error = (status: number, category: string, message: string) =>
  json({ status: 'error', message, correlationId: 'c', category }, status);

/** CRM tickets and conversations for one ticket. */
export async function openHubspot() {
  const owners = [
    { id: '21', email: 'maya@saltmarsh.example', firstName: 'Maya', lastName: 'Lindqvist' },
    { id: '22', email: 'omar@saltmarsh.example', firstName: 'Omar', lastName: 'Haddad' },
  ];
  const stages = [
    { id: '1', label: 'New' },
    { id: '2', label: 'Waiting on contact' },
    { id: '4', label: 'Closed' },
  ];
  const fresh = () => ({
    properties: {
      subject: 'Torn sleeve',
      hs_pipeline_stage: '1',
      hs_ticket_priority: 'MEDIUM',
      hubspot_owner_id: '21',
    } as Record<string, string>,
    messages: [
      {
        id: 'm1',
        type: 'MESSAGE',
        direction: 'INCOMING',
        text: 'The sleeve is torn.',
        createdAt: '2026-11-16T08:41:00Z',
        senders: [{ name: 'Tamsin Orrey' }],
      },
      {
        id: 'm2',
        type: 'COMMENT',
        direction: 'OUTGOING',
        text: 'Known batch.',
        createdAt: '2026-11-16T09:00:00Z',
        senders: [{ name: 'Omar Haddad' }],
      },
      {
        id: 'm3',
        type: 'ASSIGNMENT',
        direction: 'OUTGOING',
        text: '',
        createdAt: '2026-11-16T09:10:00Z',
        senders: [],
      },
      {
        id: 'm4',
        type: 'MESSAGE',
        direction: 'OUTGOING',
        text: 'Could you send a photo?',
        createdAt: '2026-11-16T09:20:00Z',
        senders: [{ name: 'Maya Lindqvist' }],
      },
    ],
  });
  let state = fresh();
  let writes: string[] = [];
  const lab = { status: 0, drop: false, noThread: false, noContact: false };

  function answer(asked: Asked) {
    if (asked.headers.authorization !== 'Bearer pat-1')
      return error(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.');
    if (lab.status && asked.method !== 'GET') {
      const shapes: Record<number, [string, string]> = {
        403: ['MISSING_SCOPES', 'This app hasn’t been granted all required scopes to make this call.'],
        404: ['OBJECT_NOT_FOUND', 'Object not found.'],
        409: ['CONFLICT', 'The object changed meanwhile.'],
        422: ['VALIDATION_ERROR', 'Property values were not valid'],
        429: ['RATE_LIMITS', 'You have reached your ten_secondly_rolling limit.'],
      };
      const [category, words] = shapes[lab.status] ?? ['ERROR', 'Error'];
      return error(lab.status, category, words);
    }
    const path = `${asked.method} ${asked.path}`;
    switch (path) {
      case 'GET /crm/v3/objects/tickets/77':
        return json({
          id: '77',
          properties: state.properties,
          ...(asked.query.get('associations') && !lab.noContact
            ? { associations: { contacts: { results: [{ id: '301', type: 'ticket_to_contact' }] } } }
            : {}),
        });
      case 'PATCH /crm/v3/objects/tickets/77':
        Object.assign(state.properties, JSON.parse(asked.text).properties);
        writes.push(`${path} ${asked.text}`);
        return lab.drop ? error(502, 'ERROR', 'gone') : json({ id: '77', properties: state.properties });
      case 'GET /crm/v3/objects/contacts/301':
        return json({
          id: '301',
          properties: { firstname: 'Tamsin', lastname: 'Orrey', email: 'tamsin@quillmail.example' },
        });
      case 'GET /crm/v3/owners':
        return json({ results: owners });
      case 'GET /crm/v3/pipelines/tickets':
        return json({ results: [{ id: '0', label: 'Support', stages }] });
      case 'GET /conversations/v3/conversations/threads':
        return json({ results: lab.noThread ? [] : [{ id: '5005' }] });
      case 'GET /conversations/v3/conversations/threads/5005/messages':
        return json({ results: [...state.messages].reverse() });
      case 'POST /conversations/v3/conversations/threads/5005/messages': {
        const body = JSON.parse(asked.text) as { type: string; text: string };
        if (body.type !== 'COMMENT') return error(400, 'VALIDATION_ERROR', 'mock: only comments');
        const id = `m${state.messages.length + 1}`;
        state.messages.push({
          id,
          type: 'COMMENT',
          direction: 'OUTGOING',
          text: body.text,
          createdAt: '2026-11-16T10:00:00Z',
          senders: [{ name: 'Private app' }],
        });
        writes.push(path);
        return lab.drop ? error(502, 'ERROR', 'gone') : json({ id, type: 'COMMENT' }, 201);
      }
      default:
        return error(404, 'OBJECT_NOT_FOUND', 'Object not found.');
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
      Object.assign(lab, { status: 0, drop: false, noThread: false, noContact: false });
    },
  };
}
