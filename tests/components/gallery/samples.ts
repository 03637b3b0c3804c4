import type { ActivityItem, CardView, PanelState } from '../../../agent/view';
import type { Ability, Observation } from '../../../core/observation';
import { recordKey } from '../../../core/record';

const ability = (tool: string, effect: Ability['class'], channel: Ability['channel'] = 'page'): Ability => ({
  tool,
  class: effect,
  channel,
});

export const seen = (change: Partial<Observation> = {}): Observation => ({
  record: { site: 'demo-desk', host: '127.0.0.1:4173', type: 'ticket', id: '1042' },
  system: 'Demo Helpdesk',
  subject: 'Parcel KX-20931 has not arrived',
  requester: { name: 'Ana Silva', email: 'ana.silva@kite.example' },
  account: 'Dana Ruiz',
  messages: [],
  fields: [],
  composer: { present: true, openable: true, visibility: 'public', recipients: [], text: '' },
  abilities: [
    ability('read_record', 'R0'),
    ability('insert_draft', 'R1'),
    ability('send_reply', 'R4'),
    ability('add_note', 'R2'),
    ability('set_status', 'R2'),
    ability('set_priority', 'R2'),
    ability('assign', 'R2'),
    ability('add_tag', 'R2'),
  ],
  hiddenCount: 0,
  missing: [],
  notes: [],
  showsConversation: true,
  documentId: 'd1',
  url: 'http://127.0.0.1:4173/tickets/1042',
  title: 'Ticket 1042',
  ...change,
});

export const bound = (
  change: Partial<Observation> = {},
  session = { sessionAllowed: false, sessionPossible: false },
) => ({
  status: 'bound' as const,
  seen: seen(change),
  key: recordKey(seen(change).record),
  ...session,
  ownTools: null,
});

export const panel = (change: Partial<PanelState> = {}): PanelState => ({
  binding: bound(),
  mode: 'Draft',
  instructions: '',
  run: { status: 'idle', words: '' },
  draft: { text: '', by: '', sources: [], incomplete: false, warnings: [], insertedBy: null },
  suggestions: [],
  cards: [],
  alert: null,
  unsent: null,
  ...change,
});

export const card = (change: Partial<CardView> = {}): CardView => ({
  id: 'status',
  tool: 'set_status',
  title: 'Set the status to “Solved”',
  class: 'R2',
  channel: 'page',
  account: 'Dana Ruiz',
  recordWords: 'Ticket 1042',
  changes: [{ field: 'Status', before: 'Open', after: 'Solved' }],
  body: null,
  visibility: null,
  recipients: [],
  parts: [],
  editable: { value: 'Solved', options: ['Open', 'Pending', 'Solved'], multiline: false },
  conflicts: [],
  undoWords: 'Undo puts “Open” back. A rule of the helpdesk may have run by then.',
  server: null,
  money: null,
  confirms: false,
  warnings: [],
  status: 'proposed',
  marked: [],
  notice: null,
  armedAt: 0,
  holdEndsAt: null,
  ...change,
});

export const REPLY =
  'Hello Ana,\n\nI am sorry about the wait. Parcel **KX-20931** left our warehouse on Monday and is due tomorrow before 18:00.\n\nKind regards\nDana';

export const reply = (change: Partial<CardView> = {}): CardView =>
  card({
    id: 'reply',
    tool: 'send_reply',
    title: 'Reply to Ana Silva',
    class: 'R4',
    changes: [],
    body: REPLY,
    visibility: 'public',
    recipients: ['ana.silva@kite.example'],
    editable: { value: REPLY, options: null, multiline: true },
    undoWords: 'A sent reply cannot be taken back. It waits 10 s and can be cancelled until then.',
    ...change,
  });

export const note = (change: Partial<CardView> = {}): CardView =>
  card({
    id: 'note',
    tool: 'add_note',
    title: 'Add an internal note',
    changes: [],
    body: 'Carrier confirms the parcel is in the Lisbon depot.',
    visibility: 'internal',
    editable: {
      value: 'Carrier confirms the parcel is in the Lisbon depot.',
      options: null,
      multiline: true,
    },
    undoWords: 'Undo removes the note.',
    ...change,
  });

export const tag = (change: Partial<CardView> = {}): CardView =>
  card({
    id: 'tag',
    tool: 'add_tag',
    title: 'Add the tag “late-parcel”',
    changes: [{ field: 'Tags', before: 'shipping', after: 'shipping, late-parcel' }],
    editable: { value: 'late-parcel', options: null, multiline: false },
    undoWords: 'Undo removes this tag and no other.',
    ...change,
  });

export const receipt = (change: Partial<ActivityItem> = {}): ActivityItem => ({
  actionId: 'a1',
  runId: 'r1',
  at: '2026-11-22T09:12:00.000Z',
  title: 'Add the tag “late-parcel”',
  tool: 'add_tag',
  class: 'R2',
  channel: 'page',
  account: 'Dana Ruiz',
  recordWords: 'Ticket 1042',
  recordKey: '["demo-desk","127.0.0.1:4173","ticket","1042"]',
  status: 'done',
  changes: [{ field: 'Tags', before: 'shipping', after: 'shipping, late-parcel' }],
  observed: [],
  words: null,
  question: null,
  undo: 'possible',
  undoLabel: 'Undo',
  partOf: null,
  undoes: null,
  tookBack: null,
  repair: null,
  ...change,
});

export const macro = (change: Partial<CardView> = {}): CardView =>
  card({
    id: 'macro',
    tool: 'apply_macro',
    title: 'Apply the macro “Ask for the order number”',
    changes: [],
    parts: [
      step({}),
      step({
        id: 'tag',
        title: 'Add the tag “waiting”',
        changes: [{ field: 'Tag', before: null, after: 'waiting' }],
      }),
      step({
        id: 'draft',
        title: 'Insert the draft into the reply box',
        class: 'R1',
        changes: [],
        body: 'Could you send us your order number? It starts with SM.',
      }),
    ],
    editable: null,
    undoWords: 'Undo takes back every step, the last one first. Rules of the helpdesk may have run by then.',
    ...change,
  });

export const step = (change: Partial<CardView['parts'][number]>): CardView['parts'][number] => {
  const { id, title, changes, body, class: effectClass, channel, status, notice } = card();
  return { id, title, changes, body, class: effectClass, channel, status, notice, ...change };
};

export const macroStopped = (): CardView =>
  macro({
    id: 'macro-stopped',
    status: 'failed',
    parts: macro().parts.map((part, i) => ({
      ...part,
      id: `stopped-${part.id}`,
      status: i === 0 ? 'done' : i === 1 ? 'failed' : 'proposed',
    })),
    notice:
      'Only a part of this was done. What was done can be taken back. Done: Set the status to “Solved”. Not done: Add the tag “waiting”. Your account does not have the right to do this. Not tried: Insert the draft into the reply box.',
  });
