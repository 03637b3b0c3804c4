import type { ApiField, AskedApi, RequestDescriptor } from '../../core/site';

/** In the order of the number that is stored; RT shows the word. */
const PRIORITIES = { '0': 'Low', '50': 'Medium', '100': 'High' };

const REST = '/REST/2.0';
const TICKET = `${REST}/ticket/{id}`;
/** The newest hundred entries: RT gives no more at once. */
const HISTORY = 'fields=Type,Creator,Created&fields[Creator]=RealName&per_page=100&orderby=id&order=DESC';
/** Parts that are texts of a mail and no files. */
const TEXT_PARTS = JSON.stringify([
  { field: 'ContentType', operator: 'LIKE', value: 'text/' },
  { field: 'Filename', operator: 'IS', value: 'NULL' },
]);
export const get = (path: string): RequestDescriptor => ({ method: 'GET', path, ok: [200] });
const put = (body: RequestDescriptor['body'], labels?: RequestDescriptor['labels']): RequestDescriptor => ({
  method: 'PUT',
  path: TICKET,
  body,
  ok: [200],
  ...(labels ? { labels } : {}),
});
const post = (path: string): RequestDescriptor => ({
  method: 'POST',
  path: `${TICKET}/${path}`,
  body: { Content: '{html}', ContentType: 'text/html' },
  ok: [201],
  unguarded: true,
});
const customField = (name: string, kind: ApiField['kind']): ApiField => ({
  name: kind === 'tags' ? 'tags' : name,
  label: name,
  kind,
  path: `CustomFields.[name=${name}].values`,
});
const wholeList = put({ CustomFields: { Tags: '{values}' } });

/** RT's own REST 2.0, asked with the page's session or with a token. */
export const rest: Omit<AskedApi, 'account'> = {
  version: { header: 'ETag', guard: 'If-Match' },
  record: {
    request: get(TICKET),
    map: {
      id: 'id',
      subject: 'Subject',
      // The name is on the page only; who wrote in by mail has his address as his login name.
      requesterName: '',
      requesterEmail: 'Requestor.0.id',
      fields: [
        { name: 'status', label: 'Status', kind: 'choice', path: 'Status' },
        { name: 'priority', label: 'Priority', kind: 'choice', path: 'Priority', labels: PRIORITIES },
        customField('Tags', 'tags'),
        customField('Product', 'choice'),
      ],
    },
  },
  messages: {
    request: get(`${TICKET}/history?${HISTORY}`),
    map: {
      list: 'items',
      key: 'id',
      author: 'Creator.RealName',
      at: 'Created',
      bodies: {
        request: get(
          `${TICKET}/attachments?fields=TransactionId,ContentType,Content&per_page=100&orderby=id&order=DESC&query=${encodeURIComponent(TEXT_PARTS)}`,
        ),
        list: 'items',
        key: 'TransactionId',
        text: 'Content',
        mediaType: 'ContentType',
      },
      role: {
        path: 'Type',
        agent: ['Create', 'Correspond'],
        note: ['Comment'],
        requester: { author: 'Creator.id', record: 'Requestor.*.id' },
      },
      order: 'newest-first',
    },
  },
  write: {
    status: put({ Status: '{value}' }),
    priority: put(
      { Priority: '{value}' },
      Object.fromEntries(Object.entries(PRIORITIES).map(([n, word]) => [word, n])),
    ),
    'add-tag': wholeList,
    'remove-tag': wholeList,
    field: put({ CustomFields: { '{field}': '{value}' } }),
    note: post('comment'),
    reply: post('correspond'),
  },
};
