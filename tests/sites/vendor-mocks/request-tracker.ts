import { type Asked, json, serve } from '../http';

const OWNERS: Record<string, string> = {
  Nobody: 'Nobody in particular',
  maya: 'Maya Lindqvist',
  omar: 'Omar Haddad',
};

/** Request Tracker's REST 2.0 for one ticket, as a running one answered: token, versions, rights, refusals in a 200. */
export async function openRtRest() {
  const fresh = () => ({
    Status: 'open',
    Owner: 'maya',
    Tags: ['refund'] as string[],
    Product: [] as string[],
    version: 1,
    messages: [{ id: '31', Type: 'Create', Content: 'The sleeve is torn.', by: 'tamsin@quillmail.example' }],
  });
  let ticket = fresh();
  let writes: string[] = [];
  const lab = {
    token: '1-32-cafe',
    mayModify: true,
    colleague: false,
    closedBetween: false,
    status: 0,
    drop: false,
  };

  function answer(asked: Asked) {
    if (asked.headers.authorization !== `token ${lab.token}`) return json({ message: 'Unauthorized' }, 401);
    if (asked.headers.cookie) return json({ message: 'no cookie belongs here' }, 400);
    if (lab.status && asked.method !== 'GET') return json({ message: 'Lab' }, lab.status);
    const path = `${asked.method} ${asked.path.replace('/REST/2.0', '')}`;
    const etag = { etag: `"${ticket.version}"` };
    switch (path) {
      case 'GET /ticket/5':
        return {
          ...json({
            id: 5,
            Subject: 'Torn sleeve',
            Status: ticket.Status,
            Priority: '50',
            Owner: { id: ticket.Owner, Name: ticket.Owner, RealName: OWNERS[ticket.Owner] },
            _hyperlinks: [
              { ref: 'self' },
              ...(lab.mayModify
                ? [{ ref: 'correspond' }, { ref: 'comment' }, { ref: 'lifecycle', to: 'stalled' }]
                : []),
            ],
            Requestor: [{ id: 'tamsin@quillmail.example' }],
            CustomFields: [
              { name: 'Tags', values: ticket.Tags },
              { name: 'Product', values: ticket.Product },
            ],
          }),
          headers: etag,
        };
      case 'GET /user/32':
        return json({ id: 32, Name: 'maya' });
      case 'GET /ticket/5/history':
        return json({
          items: [...ticket.messages].reverse().map(({ id, Type, by }) => ({
            id,
            Type,
            Created: '2026-11-16',
            Creator: { id: by, RealName: by },
          })),
        });
      case 'GET /ticket/5/attachments':
        return json({
          items: ticket.messages.map((m) => ({
            TransactionId: m.id,
            ContentType: 'text/plain',
            Content: m.Content,
          })),
        });
      case 'PUT /ticket/5': {
        if (lab.colleague) {
          ticket.version += 1;
          ticket.Tags.push('vip');
          lab.colleague = false;
        }
        if (lab.closedBetween) {
          ticket.version += 1;
          ticket.Status = 'resolved';
          lab.closedBetween = false;
        }
        if (asked.headers['if-match'] && asked.headers['if-match'] !== `"${ticket.version}"`)
          return json({ message: 'Precondition Failed' }, 412);
        // with the status of a yes
        if (!lab.mayModify) return json(['Ticket 5: Permission Denied']);
        const body = JSON.parse(asked.text) as {
          Status?: string;
          Owner?: string;
          CustomFields?: { Tags?: string[] };
        };
        if (body.Owner) ticket.Owner = body.Owner;
        if (body.Status) ticket.Status = body.Status;
        if (body.CustomFields?.Tags) ticket.Tags = body.CustomFields.Tags;
        ticket.version += 1;
        writes.push(`PUT ${asked.text}`);
        return lab.drop ? json({ message: 'gone' }, 502) : json(['changed']);
      }
      case 'POST /ticket/5/comment':
      case 'POST /ticket/5/correspond': {
        if (!lab.mayModify) return json({ message: 'Permission Denied' }, 400);
        const { Content } = JSON.parse(asked.text) as { Content: string };
        const Type = path.endsWith('comment') ? 'Comment' : 'Correspond';
        ticket.messages.push({ id: String(31 + ticket.messages.length), Type, Content, by: 'maya' });
        ticket.version += 1;
        writes.push(path);
        return lab.drop ? json({ message: 'gone' }, 502) : json(['Comments added'], 201);
      }
      default:
        return json({ message: 'Not Found' }, 404);
    }
  }

  return {
    ...(await serve(answer)),
    lab,
    ticket: () => ticket,
    writes: () => writes,
    reset() {
      ticket = fresh();
      writes = [];
      Object.assign(lab, {
        token: '1-32-cafe',
        mayModify: true,
        colleague: false,
        closedBetween: false,
        status: 0,
        drop: false,
      });
    },
  };
}
