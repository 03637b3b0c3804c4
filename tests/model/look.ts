import type { Engine, EngineEvent, EngineRequest, ToolOffer } from '../../core/engine';
import type { FieldState, Message, Observation } from '../../core/observation';

/** A message of the customer, unless told otherwise. */
export const message = (
  text: string,
  role: Message['role'] = 'customer',
  key = text.slice(0, 12),
): Message => ({
  key,
  role,
  author: role === 'customer' ? 'Anna Meyer' : 'Dana',
  at: '',
  text,
  quoted: '',
  attachments: [],
});

export const field = (
  name: string,
  values: string[],
  options: string[] | null,
  kind: FieldState['kind'] = 'choice',
) =>
  ({
    name,
    label: name[0]?.toUpperCase() + name.slice(1),
    scope: 'record',
    kind,
    values,
    options,
    writable: true,
  }) as const;

/** A ticket as the page reader would hand it over. */
export function ticket(change: Partial<Observation> = {}): Observation {
  return {
    record: { site: 'demo', host: '127.0.0.1:1', type: 'ticket', id: '1042' },
    system: 'Demo desk',
    subject: 'Question',
    requester: { name: 'Anna Meyer', email: 'anna@example.com' },
    account: 'dana@acme.example',
    messages: [message('Hello')],
    showsConversation: true,
    fields: [
      field('status', ['Open'], ['Open', 'Pending', 'Resolved']),
      field('priority', ['Normal'], ['Low', 'Normal', 'High']),
      field('assignee', [], ['Dana', 'Robin']),
      field('tags', [], null, 'tags'),
    ],
    composer: {
      present: true,
      openable: true,
      visibility: 'public',
      recipients: ['anna@example.com'],
      text: '',
    },
    abilities: [],
    hiddenCount: 0,
    missing: [],
    notes: [],
    documentId: 'd1',
    url: 'http://127.0.0.1:1/tickets/1042',
    title: 'Ticket 1042',
    ...change,
  };
}

export const offers = (...names: string[]): ToolOffer[] =>
  names.map((name) => ({
    name,
    description: `Does ${name}.`,
    schema: { type: 'object', additionalProperties: false },
  }));

export const ALL_TOOLS = offers(
  'set_status',
  'set_priority',
  'assign',
  'add_tag',
  'remove_tag',
  'set_field',
  'send_reply',
);

export function request(change: Partial<EngineRequest> = {}): EngineRequest {
  return {
    mode: 'Draft',
    instructions: '',
    ownDraft: '',
    seen: ticket(),
    tools: [],
    siteNote: null,
    turns: [],
    signal: new AbortController().signal,
    ...change,
  };
}

/** All events of one step, and the text put together. */
export async function run(engine: Engine, req: EngineRequest) {
  const events: EngineEvent[] = [];
  for await (const event of engine.step(req)) events.push(event);
  const of = <T extends EngineEvent['type']>(type: T) =>
    events.filter((e): e is Extract<EngineEvent, { type: T }> => e.type === type);
  return {
    events,
    text: of('text')
      .map((e) => e.delta)
      .join(''),
    calls: of('call').map((e) => ({
      id: e.id,
      name: e.name,
      args: JSON.parse(e.argumentsText) as Record<string, string>,
    })),
    sources: of('source').map((e) => e.source),
    waiting: of('waiting').map((e) => e.words),
    usage: of('usage'),
    end: of('end')[0],
    ends: of('end').length,
  };
}
