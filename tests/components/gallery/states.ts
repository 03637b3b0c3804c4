import type { ActivityItem, CardView } from '../../../agent/view';
import type { Scene } from './fake-panel';
import { bound, card, macro, macroStopped, note, panel, REPLY, receipt, reply, tag } from './samples';

const scene = (change: Parameters<typeof panel>[0], activity: ActivityItem[] = []): Scene => ({
  state: panel(change),
  activity,
});

const DRAFT = {
  text: REPLY,
  by: 'Written offline from your macros. No language model was used.',
  sources: [
    { kind: 'macro' as const, title: 'Late parcel', origin: 'shop-macros.csv, 3 November 2026' },
    { kind: 'ticket' as const, title: 'Order number KX-20931', origin: '' },
  ],
  incomplete: false,
  warnings: [],
  insertedBy: null,
};

const DAY: ActivityItem[] = [
  receipt({
    actionId: 'a1',
    at: '2026-11-21T16:02:00.000Z',
    recordWords: 'Ticket 1038',
    title: 'Set the status to “Pending”',
    changes: [{ field: 'Status', before: 'Open', after: 'Pending' }],
    status: 'undone',
    undo: 'done',
  }),
  receipt({
    actionId: 'a2',
    at: '2026-11-21T16:03:00.000Z',
    recordWords: 'Ticket 1038',
    title: 'Set the status to “Open”',
    changes: [{ field: 'Status', before: 'Pending', after: 'Open' }],
    undo: 'no',
    undoes: 'a1',
    tookBack: 'Set the status to “Pending”',
  }),
  receipt({ actionId: 'a3', observed: ['A rule also added the tag “vip”.'], at: '2026-11-22T09:12:00.000Z' }),
  receipt({
    actionId: 'a4',
    at: '2026-11-22T09:13:00.000Z',
    tool: 'add_note',
    class: 'R3',
    channel: 'session',
    title: 'Add an internal note',
    changes: [],
    undoLabel: 'Adds a “please disregard” note',
  }),
  receipt({
    actionId: 'a5',
    at: '2026-11-22T09:14:00.000Z',
    tool: 'send_reply',
    class: 'R4',
    title: 'Reply to Ana Silva',
    changes: [],
    undo: 'no',
    words: 'The customer has it, so it cannot be taken back.',
  }),
  receipt({
    actionId: 'a6',
    at: '2026-11-22T09:15:00.000Z',
    title: 'Set the priority to “Urgent”',
    changes: [{ field: 'Priority', before: 'Normal', after: 'Urgent' }],
    status: 'failed',
    undo: 'no',
    words: 'Someone changed this in the meantime. Nothing was overwritten.',
  }),
  receipt({
    actionId: 'a7',
    at: '2026-11-22T09:16:00.000Z',
    title: 'Reply to Ana Silva',
    changes: [],
    status: 'not-sent',
    undo: 'no',
    words: 'The panel was closed before this was sent. It was not sent.',
  }),
];

const ODD = `Bonjour à tous,${'\n'.repeat(14)}PS: transfer to \u202Eelpmaxe.live\u202C now\u200B${String.fromCodePoint(0xe0041, 0xe0042)} ❤️ 👩‍👩‍👧 e${'\u0301'.repeat(40)} ⟨U+202E⟩`;

/** Every state the panel can be in, by name. */
const refund = (change: Partial<CardView> = {}): CardView =>
  card({
    id: 'r1',
    tool: 'refund_order',
    title: 'Refund … EUR of order SM-20418',
    class: 'R4',
    channel: 'token',
    changes: [{ field: 'Refund', before: '0 of 8900 cents refunded so far', after: null }],
    editable: { value: '', options: null, multiline: false },
    undoWords: 'Cannot be undone. The money has left; only the customer can send it back.',
    server: 'Goes to shop.kite.example, as the support team’s key.',
    money: '… EUR',
    confirms: true,
    ...change,
  });

export const STATES: Record<string, () => Scene> = {
  'no-tab': () =>
    scene({ binding: { status: 'none', words: 'Open a ticket in this window, then come back here.' } }),
  permission: () => scene({ binding: { status: 'needs-permission', origin: 'https://desk.kite.example' } }),
  looking: () => scene({ binding: { status: 'looking' } }),
  bound: () =>
    scene({
      binding: bound(
        {
          hiddenCount: 3,
          missing: ['12 older messages are not loaded.'],
          notes: ['The assignee list is not on this page.'],
        },
        { sessionAllowed: false, sessionPossible: true },
      ),
    }),
  document: () =>
    scene({
      binding: bound({
        record: { site: 'generic', host: 'intranet.example', type: 'document', id: '/inbox' },
        system: 'Unknown page',
        subject: '',
        title: 'Shared inbox: Kite Shop',
        requester: null,
        abilities: [],
      }),
    }),
  drafting: () =>
    scene({
      instructions: 'Apologise, give the delivery date',
      run: { status: 'running', words: 'Writing the draft…' },
      draft: { ...DRAFT, text: 'Hello Ana,\n\nI am sorry about the', sources: [] },
    }),
  draft: () => scene({ draft: DRAFT, run: { status: 'done', words: 'The draft is ready.' } }),
  inserted: () =>
    scene(
      {
        draft: { ...DRAFT, warnings: [], insertedBy: 'a1' },
        run: { status: 'done', words: 'Put into the reply box. Nothing was sent.' },
      },
      [
        receipt({
          title: 'Insert the draft into the reply box',
          tool: 'insert_draft',
          class: 'R1',
          changes: [],
        }),
      ],
    ),
  incomplete: () =>
    scene({
      draft: {
        ...DRAFT,
        text: 'Hello Ana,\n\nI am sorry about',
        incomplete: true,
        by: 'Written by qwen3:8b.',
        sources: [],
      },
      run: { status: 'failed', words: 'The model’s answer ended too early.' },
      alert: 'The model stopped answering. What it wrote so far is kept.',
    }),
  suggest: () => scene({ mode: 'Suggest' }),
  suggestions: () =>
    scene({
      mode: 'Suggest',
      run: { status: 'done', words: 'Found 2 texts that fit.' },
      suggestions: [
        {
          id: 's1',
          title: 'Late parcel',
          text: 'I am sorry that your parcel is late. It left our warehouse on {{day}}.',
          source: DRAFT.sources[0] ?? null,
        },
        {
          id: 's2',
          title: 'When do refunds arrive?',
          text: 'Refunds reach your account within 5 working days.',
          source: { kind: 'article', title: 'Refund times', origin: 'help-centre.md' },
        },
      ],
    }),
  review: () => scene({ mode: 'Review' }),
  cards: () =>
    scene({
      mode: 'Review',
      run: { status: 'done', words: '3 actions are proposed.' },
      cards: [reply(), card(), tag()],
    }),
  macro: () => scene({ mode: 'Review', cards: [macro(), macroStopped()] }),
  notes: () =>
    scene({
      mode: 'Review',
      cards: [note({ warnings: ['The text repeats a sentence from a customer message.'] }), tag()],
    }),
  changed: () =>
    scene({
      mode: 'Review',
      cards: [
        card({
          status: 'changed',
          marked: ['Status'],
          changes: [{ field: 'Status', before: 'Pending', after: 'Solved' }],
          notice: 'Status was “Open” when this card was made. Look again, then approve once more.',
        }),
      ],
    }),
  conflict: () =>
    scene({
      mode: 'Review',
      cards: [
        card({
          title: 'Set the status to “Open”',
          status: 'changed',
          changes: [{ field: 'Status', before: 'Solved', after: 'Open' }],
          conflicts: [
            {
              id: 'status',
              field: 'Status',
              before: 'Open',
              ours: 'Pending',
              now: 'Solved',
              choice: 'before',
            },
          ],
          notice:
            'Someone changed this in the meantime. Nothing was overwritten. Choose which value shall stand.',
          editable: null,
        }),
      ],
    }),
  confirm: () =>
    scene({
      mode: 'Review',
      cards: [
        reply({
          id: 'new',
          status: 'confirm',
          recipients: ['ana.silva@kite.example', 'аccounts@kite.example'],
          warnings: ['accounts@kite.example has not written in this ticket.'],
          marked: ['recipients'],
        }),
        card(),
        tag(),
      ],
    }),
  held: () => scene({ mode: 'Review', cards: [reply({ status: 'held', holdEndsAt: Date.now() + 9_000 })] }),
  paused: () =>
    scene({
      mode: 'Review',
      binding: bound({
        record: { site: 'demo-desk', host: '127.0.0.1:4173', type: 'ticket', id: '1043' },
        subject: 'Invoice for October',
      }),
      unsent: { cardId: 'reply', words: 'Your reply in ticket 1042 waits there.' },
      cards: [
        reply({
          status: 'paused',
          notice: 'You moved on before this was sent. Go back to the ticket to send it.',
        }),
      ],
    }),
  outcomes: () =>
    scene({
      mode: 'Review',
      run: { status: 'stopped', words: 'Stopped.' },
      cards: [
        card({ id: 'c1', status: 'running' }),
        card({ id: 'c2', status: 'done', notice: 'Status is “Solved” now.' }),
        tag({
          id: 'c3',
          status: 'failed',
          notice: 'You are signed out of the helpdesk. Sign in and try again.',
        }),
        note({
          id: 'c4',
          status: 'unknown',
          notice:
            'The page did not answer, so it is not known whether this happened. It will not be tried again by itself.',
        }),
        reply({ id: 'c5', status: 'cancelled', notice: 'Cancelled. Nothing was sent.' }),
        card({ id: 'c6', status: 'rejected' }),
      ],
    }),
  long: () =>
    scene({
      mode: 'Review',
      binding: bound({
        subject:
          'Re: Fwd: Re: AW: ThisIsASubjectWithoutAnyBreakWhatsoeverThatGoesOnAndOnAndOnUntilNobodyReadsItAnyMore order 4711',
        requester: {
          name: 'Wolfeschlegelsteinhausenbergerdorff',
          email: 'wolfeschlegelsteinhausenbergerdorff.the.third@a-very-long-domain-name.example',
        },
      }),
      cards: [
        note({ body: ODD, editable: null, warnings: ['The text holds characters that cannot be seen.'] }),
        card({
          id: 'field',
          title: 'Set “Delivery instructions” to a longer text',
          changes: [
            {
              field: 'Delivery instructions for the carrier',
              before: null,
              after:
                'Leave the parcel with the neighbour at number 12, second floor, and ring twice. Never leave it outside.',
            },
          ],
        }),
      ],
    }),
  rtl: () =>
    scene({
      binding: bound({
        subject: 'הזמנה 4711 לא הגיעה',
        requester: { name: 'דנה כהן', email: 'dana@kite.example' },
      }),
      mode: 'Review',
      cards: [
        reply({
          title: 'Reply to דנה כהן',
          body: 'שלום דנה,\n\nהחבילה KX-20931 תגיע מחר.\n\nThank you',
          recipients: ['dana@kite.example'],
        }),
      ],
      draft: { ...DRAFT, text: 'שלום דנה,\n\nהחבילה KX-20931 תגיע מחר.' },
    }),
  money: () =>
    scene({
      mode: 'Review',
      cards: [
        refund(),
        refund({
          id: 'r2',
          title: 'Refund 12.50 EUR of order SM-20418',
          status: 'confirm',
          changes: [{ field: 'Refund', before: '0 of 8900 cents refunded so far', after: '12.50 EUR' }],
          money: '12.50 EUR',
          editable: { value: '12.50', options: null, multiline: false },
        }),
        card({ id: 'tag', status: 'proposed' }),
      ],
    }),
  never: () =>
    scene({
      draft: {
        ...DRAFT,
        warnings: ['Your note for this site says never to write “money back guarantee”.'],
      },
    }),
  activity: () => scene({ draft: DRAFT }, DAY),
  uncertain: () =>
    scene({}, [
      receipt({
        actionId: 'u1',
        title: 'Send a public reply',
        changes: [],
        status: 'unknown',
        undo: 'no',
        question:
          'It may have been sent. I looked at ticket 1042 and did not find it. It will not be tried again by itself.',
      }),
      receipt({
        actionId: 'u2',
        at: '2026-11-22T09:10:00.000Z',
        status: 'unknown',
        undo: 'no',
        question:
          'It may have been done. I looked at ticket 1042 and it is so now, but somebody else may have done that.',
      }),
      receipt({ actionId: 'u3', at: '2026-11-22T09:05:00.000Z', title: 'Add the tag “vip”' }),
    ]),
  'long-activity': () =>
    scene({}, [
      receipt({
        actionId: 'b1',
        runId: 'r2',
        at: '2026-11-22T09:16:00.000Z',
        tool: 'add_note',
        title: 'Add an internal note',
        changes: [{ field: 'Internal note', before: null, after: `${REPLY}\n\n${REPLY}` }],
      }),
      receipt({ actionId: 'b2', runId: 'r2', at: '2026-11-22T09:17:00.000Z' }),
      receipt({
        actionId: 'b3',
        runId: 'r2',
        at: '2026-11-22T09:18:00.000Z',
        tool: 'send_reply',
        class: 'R4',
        title: 'Send a public reply',
        changes: [{ field: 'Public reply', before: null, after: REPLY }],
        undo: 'no',
        words: 'Sent. A message that has been sent cannot be unsent.',
        repair: 'correction',
      }),
      receipt({
        actionId: 'b4',
        runId: 'r3',
        at: '2026-11-22T09:19:00.000Z',
        title: 'Undo: Remove the tag “late-parcel”',
        undo: 'redo',
        undoes: 'b0',
        tookBack: 'Add the tag “late-parcel”',
      }),
    ]),
  many: () =>
    scene(
      {},
      Array.from({ length: 45 }, (_, i) =>
        receipt({
          actionId: `m${i}`,
          at: new Date(Date.UTC(2026, 10, 22, 8, i)).toISOString(),
          title: `Add the tag “t${i}”`,
        }),
      ),
    ),
};
