import type { AskedApi, MacrosWay, NeededRight, RequestDescriptor } from '../../core/site';
import { IS_DENIED } from './request-tracker-words';

/** In the order of the number that is stored; RT shows the word. */
const PRIORITIES = { '0': 'Low', '50': 'Medium', '100': 'High' };

/** Who owns what nobody owns; a choice like any other. */
const NOBODY = 'Nobody in particular';

const REST = '/REST/2.0';
const TICKET = `${REST}/ticket/{id}`;
/** The newest hundred entries: RT gives no more at once. */
const HISTORY = 'fields=Type,Creator,Created&fields[Creator]=RealName&per_page=100&orderby=id&order=DESC';
/** Parts that are texts of a mail and no files. */
const TEXT_PARTS = JSON.stringify([
  { field: 'ContentType', operator: 'LIKE', value: 'text/' },
  { field: 'Filename', operator: 'IS', value: 'NULL' },
]);

/** Said with 200 to a change, with 400 to a message. */
const denied = IS_DENIED;
/** The ways to write to a ticket are listed to those who may; so is what may be done with it next. */
const signs = { change: '_hyperlinks.[ref=lifecycle].ref', comment: '_hyperlinks.[ref=comment].ref' };
// a life cycle without actions of its own lists nothing to anybody, so that is no sign of a right that is lacking
const MODIFY: NeededRight = { name: 'ModifyTicket', denied };
const MODIFY_FIELD: NeededRight = { name: 'ModifyCustomField', denied };
const REASSIGN: NeededRight = { name: 'ReassignTicket', denied };
const COMMENT: NeededRight = { name: 'CommentOnTicket', signs: [signs.comment, signs.change], denied };
const REPLY: NeededRight = {
  name: 'ReplyToTicket',
  signs: ['_hyperlinks.[ref=correspond].ref', signs.change],
  denied,
};

export const get = (path: string): RequestDescriptor => ({ method: 'GET', path, ok: [200] });
const put = (
  right: NeededRight,
  body: RequestDescriptor['body'],
  more: Partial<RequestDescriptor> = {},
): RequestDescriptor => ({ method: 'PUT', path: TICKET, body, ok: [200], right, ...more });
const post = (path: string, right: NeededRight): RequestDescriptor => ({
  method: 'POST',
  path: `${TICKET}/${path}`,
  body: { Content: '{html}', ContentType: 'text/html' },
  ok: [201],
  unguarded: true,
  right,
});
const wholeList = put(MODIFY_FIELD, { CustomFields: { Tags: '{values}' } });

/** The articles that this account may see. RT offers their text to every reply: they are what macros are elsewhere. */
const ARTICLES = `${REST}/articles?fields=Name,CustomFields&per_page=100&orderby=Name&query=${encodeURIComponent(
  JSON.stringify([{ field: 'id', operator: '>', value: '0' }]),
)}`;
const articles: MacrosWay = {
  request: get(ARTICLES),
  list: 'items',
  label: 'Name',
  text: 'CustomFields.[name=Content].values.*',
  // an article is text and does nothing
  steps: 'steps',
  operation: '',
  value: '',
  tools: {},
};

/** RT's own REST 2.0, asked with the page's session or with a token. */
export const rest: Omit<AskedApi, 'account'> = {
  // the number of the newest transaction, and every change is one
  version: { header: 'ETag', guard: 'If-Match', moves: true },
  record: {
    request: { ...get(`${TICKET}?fields[Owner]=Name,RealName`), right: { name: 'ShowTicket' } },
    map: {
      id: 'id',
      subject: 'Subject',
      // The name is on the page only; who wrote in by mail has his address as his login name.
      requesterName: '',
      requesterEmail: 'Requestor.*.id',
      // customers by their addresses, the team by its log-in names
      reaches: { people: ['Requestor.*', 'Cc.*', 'AdminCc.*', 'Owner'], name: 'id', nobody: 'Nobody' },
      fields: [
        { name: 'status', label: 'Status', kind: 'choice', path: 'Status' },
        { name: 'priority', label: 'Priority', kind: 'choice', path: 'Priority', labels: PRIORITIES },
        {
          name: 'assignee',
          label: 'Owner',
          kind: 'choice',
          path: 'Owner.Name',
          as: '{Owner.Name} ({Owner.RealName})',
          labels: { 'Nobody (Nobody in particular)': NOBODY },
        },
        { name: 'tags', label: 'Tags', kind: 'tags', path: 'CustomFields.[name=Tags].values' },
      ],
      ownFields: { list: 'CustomFields', name: 'name', values: 'values' },
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
  macros: articles,
  write: {
    status: put(MODIFY, { Status: '{value}' }),
    priority: put(
      MODIFY,
      { Priority: '{value}' },
      { labels: Object.fromEntries(Object.entries(PRIORITIES).map(([n, word]) => [word, n])) },
    ),
    // the log-in name, which stands before the person's own: `omar (Omar Haddad)`
    assignee: put(
      REASSIGN,
      { Owner: '{value}' },
      { part: /^(\S+) \(.+\)$/, instead: { [NOBODY]: put(REASSIGN, { Owner: 'Nobody' }) } },
    ),
    'add-tag': wholeList,
    'remove-tag': wholeList,
    field: put(
      MODIFY_FIELD,
      { CustomFields: { '{field}': '{value}' } },
      // of a date an empty text is no value that RT would take away
      { instead: { '': put(MODIFY_FIELD, { CustomFields: { '{field}': null } }) } },
    ),
    note: post('comment', COMMENT),
    reply: post('correspond', REPLY),
  },
};
