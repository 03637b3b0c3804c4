import { empty, json, rest } from './rest';

const MATES = [
  { id: 'tea_1', email: 'maya@saltmarsh.example', username: 'maya' },
  { id: 'tea_2', email: 'omar@saltmarsh.example', username: 'omar' },
];
const TAGS = [
  { id: 'tag_1', name: 'returns' },
  { id: 'tag_2', name: 'photo' },
];
const mail = (n: number, body: string, is_inbound: boolean, is_draft = false) => ({
  id: `msg_${n}`,
  type: 'email',
  is_inbound,
  is_draft,
  created_at: 1_763_280_000.5 + n,
  body,
  author: is_inbound ? null : MATES[0],
  recipients: [
    { role: 'from', handle: is_inbound ? 'tamsin@quillmail.example' : 'support@saltmarsh.example' },
  ],
});
const AT = '/conversations/cnv_55c8c149';

/** One conversation; mails and comments are lists of their own, and a mail is taken in before it is sent. */
export async function openFront() {
  return rest({
    fresh: () => ({
      status: 'assigned',
      assignee: 'tea_2' as string | null,
      tags: ['tag_1'],
      mails: [
        mail(4, '<p>Not sent yet.</p>', false, true),
        mail(3, '<p>Could you send a photo?</p>', false),
        mail(1, '<p>The sleeve is torn.</p>', true),
      ],
      comments: [{ id: 'com_2', author: MATES[1], body: 'Known batch.', posted_at: 1_763_280_002.1 }],
    }),
    knows: (asked) => asked.headers.authorization === 'Bearer tok-1',
    error: (status, message) => json({ _error: { status, title: 'Refused', message } }, status),
    answer(path, state, body) {
      const ids = (body.tag_ids as string[] | undefined) ?? [];
      switch (path) {
        case 'GET /teammates':
          return json({ _results: MATES });
        case 'GET /tags':
          return json({ _pagination: { next: null }, _results: TAGS });
        case `GET ${AT}`:
          return json({
            id: 'cnv_55c8c149',
            subject: 'Torn sleeve',
            status: state.status,
            assignee: MATES.find((mate) => mate.id === state.assignee) ?? null,
            recipient: { handle: 'tamsin@quillmail.example', name: 'Tamsin Orrey', role: 'from' },
            tags: TAGS.filter((tag) => state.tags.includes(tag.id)),
          });
        case `GET ${AT}/messages`:
          return json({ _results: state.mails });
        case `GET ${AT}/comments`:
          return json({ _results: state.comments });
        case `PATCH ${AT}`:
          if (typeof body.status === 'string')
            state.status = body.status === 'open' ? 'assigned' : body.status;
          if (body.assignee_id !== undefined) state.assignee = body.assignee_id as string | null;
          return empty(204);
        case `POST ${AT}/tags`:
          state.tags.push(...ids);
          return empty(204);
        case `DELETE ${AT}/tags`:
          state.tags = state.tags.filter((id) => !ids.includes(id));
          return empty(204);
        case `POST ${AT}/comments`:
          state.comments.push({
            id: 'com_9',
            author: MATES[0],
            body: String(body.body),
            posted_at: 1_763_290_000,
          });
          return json(state.comments.at(-1), 201);
        case `POST ${AT}/messages`:
          state.mails.unshift(mail(9, String(body.body), false));
          return json({ message_uid: 'u' }, 202);
        default:
          return null;
      }
    },
  });
}
