import type { Visibility } from '../../core/words';

/** How a page is to be read: what it says, and nothing that it does not say. */
export interface Reading {
  page: string;
  path: string;
  /** Null: no record. */
  id: string | null;
  subject?: string;
  requester?: { name: string; email: string } | null;
  account?: string;
  /** Role and author of each message, oldest first. */
  messages?: [string, string][];
  /** What each of them says, where nothing else may stand in it. */
  texts?: string[];
  composer?: Visibility;
  /** A click that turns the box to an internal note, and what is known then. */
  toggle?: [string, Visibility];
  fields?: Record<string, string>;
  /** What is said of messages that are not on the page. */
  missing?: string;
}

const TAMSIN = { name: 'Tamsin Orrey', email: 'tamsin@quillmail.example' };

/** Structures as they are found among helpdesks and trackers, written by hand. `unknown` is right where a page is silent. */
export const READINGS: Reading[] = [
  {
    // articles, the code of the ticket in the address and beside a label, the requester in the first message alone
    page: 'articles',
    path: '/admin/admin_ticket.php?track=XL9-QRV-77BD&Refresh=31',
    id: 'XL9-QRV-77BD',
    subject: 'Torn sleeve',
    requester: TAMSIN,
    account: 'Maya Lindqvist',
    messages: [
      ['customer', 'Tamsin Orrey <tamsin@quillmail.example>'],
      ['note', 'Omar Haddad'],
      ['agent', 'Maya Lindqvist'],
    ],
    composer: 'public',
    fields: { status: 'Waiting reply', priority: 'Medium' },
  },
  {
    // a timeline, a lock on the note, a switch as the only sign of the box
    page: 'timeline',
    path: '/front/ticket.form.php?id=318',
    id: '318',
    subject: 'Torn sleeve',
    requester: { name: 'Orrey Tamsin', email: '' },
    account: 'Lindqvist Maya',
    messages: [
      ['customer', 'Orrey Tamsin'],
      ['note', 'Haddad Omar'],
      ['agent', 'Lindqvist Maya'],
    ],
    composer: 'unknown',
    toggle: ['input[name=is_private]', 'unknown'],
    fields: { status: 'Processing (assigned)', priority: 'Medium' },
  },
  {
    // the time in one line with who did what; tabs with a panel each
    page: 'strips',
    path: '/en/member/ticket/view/318',
    id: '318',
    subject: 'Torn sleeve',
    requester: { name: '', email: 'tamsin@quillmail.example' },
    account: 'Maya Lindqvist',
    messages: [
      ['unknown', 'Tamsin Orrey'],
      ['note', 'Omar Haddad'],
      ['agent', 'Maya Lindqvist'],
    ],
    composer: 'public',
    toggle: ['li[for=note]', 'internal'],
    fields: { status: 'Open', assignee: 'Maya Lindqvist' },
  },
  {
    // German, tables without semantics, leading zeros, four cells a row
    page: 'tables-german',
    path: '/view.php?id=318',
    id: '318',
    requester: { name: 'Tamsin Orrey', email: '' },
    messages: [
      ['customer', 'Tamsin Orrey'],
      ['unknown', 'Maya Lindqvist'],
      ['note', 'Omar Haddad'],
      ['customer', 'Tamsin Orrey'],
    ],
    composer: 'unknown',
    toggle: ['#bugnote_add_view_status', 'internal'],
    fields: { priority: 'normal', assignee: 'Maya Lindqvist', status: 'zugewiesen' },
  },
  {
    // a key with a prefix in the breadcrumb, authors without a name of class, headings as labels
    page: 'portal',
    path: '/browse/SUP-318',
    id: 'SUP-318',
    subject: 'Torn sleeve',
    requester: { name: 'Tamsin Orrey', email: '' },
    messages: [
      ['unknown', ''],
      ['note', 'Omar Haddad'],
      ['unknown', 'Maya Lindqvist'],
      ['customer', 'Tamsin Orrey'],
    ],
    composer: 'unknown',
    fields: { assignee: 'Maya Lindqvist', priority: 'Medium' },
  },
  {
    // French, newest first, one box for both with a changing placeholder
    page: 'chatter-french',
    path: '/desk/all-tickets/318',
    id: '318',
    subject: 'Manche déchirée',
    requester: TAMSIN,
    messages: [
      ['customer', 'Tamsin Orrey'],
      ['note', 'Omar Haddad'],
      ['unknown', 'Maya Lindqvist'],
      ['customer', 'Tamsin Orrey'],
    ],
    composer: 'unknown',
    toggle: ['.o-mail-Chatter-logNote', 'internal'],
    fields: { priority: 'Moyenne' },
  },
  {
    page: 'chatter-french',
    path: '/web#id=318&model=helpdesk.ticket&view_type=form',
    id: '318',
    subject: 'Manche déchirée',
    requester: TAMSIN,
  },
  // the number in the address is not the one on the page
  { page: 'zoom', path: '/index.pl?Action=AgentTicketZoom;TicketID=318;ArticleID=3', id: null },
  {
    // every message is called “note”, and one is internal
    page: 'notes',
    path: '/g/support/-/issues/318',
    id: '318',
    subject: 'Torn sleeve',
    requester: { name: '', email: 'tamsin@quillmail.example' },
    account: '',
    messages: [
      ['unknown', 'Support Bot'],
      ['system', ''],
      ['note', 'Omar Haddad'],
      ['unknown', 'Maya Lindqvist'],
      ['customer', 'tamsin@quillmail.example'],
    ],
    composer: 'unknown',
    toggle: ['input[name=internal]', 'internal'],
    fields: { tags: 'jackets,refund', status: 'Open', assignee: 'Maya Lindqvist' },
  },
  {
    // comments and notes as elements of their own, labels without a name of class
    page: 'comments',
    path: '/tickets/318',
    id: '318',
    subject: 'Torn sleeve',
    requester: TAMSIN,
    account: 'Maya Lindqvist',
    messages: [
      ['unknown', ''],
      ['note', 'Omar Haddad <omar@saltmarsh.example>'],
      ['agent', 'Maya Lindqvist <maya@saltmarsh.example>'],
      ['customer', 'Tamsin Orrey <tamsin@quillmail.example>'],
    ],
    composer: 'unknown',
    toggle: ['li[data-tab=n]', 'internal'],
    fields: { status: 'Open', assignee: 'Maya Lindqvist', priority: 'Normal', tags: 'jackets,refund' },
  },
  {
    // a list beside the ticket, the id after the hash, authors as pictures, a note by its colour alone
    page: 'inbox',
    path: '/app#/inbox/318',
    id: '318',
    subject: 'Torn sleeve',
    requester: null,
    messages: [
      ['unknown', 'Tamsin Orrey'],
      ['unknown', 'Omar Haddad'],
      ['unknown', 'Maya Lindqvist'],
    ],
    composer: 'unknown',
  },
  {
    page: 'japanese',
    path: '/tickets/318',
    id: '318',
    subject: '袖が破れた',
    requester: { name: '田中 太郎', email: 'tanaka@quillmail.example' },
    messages: [
      ['customer', '田中 太郎'],
      ['note', '鈴木 一郎'],
      ['agent', '佐藤 花子'],
    ],
    composer: 'unknown',
    fields: { status: '対応中', priority: '普通', assignee: '佐藤 花子' },
  },
  {
    // Polish and Russian: words that inflect, in badges, tabs and labels
    page: 'polish',
    path: '/tickets/318',
    id: '318',
    subject: 'Rozdarty rękaw',
    requester: { name: 'Tomasz Orzeł', email: 'tomasz@quillmail.example' },
    messages: [
      ['customer', 'Tomasz Orzeł'],
      ['note', 'Olga Hadad'],
      ['agent', 'Maja Wilk'],
    ],
    composer: 'public',
    toggle: ['[role=tab]:last-child', 'internal'],
    fields: { status: 'Otwarte', priority: 'Normalny', assignee: 'Maja Wilk' },
  },
  {
    page: 'russian',
    path: '/tickets/318',
    id: '318',
    subject: 'Порван рукав',
    requester: { name: 'Тамара Орлова', email: '' },
    messages: [
      ['customer', 'Тамара Орлова'],
      ['note', 'Олег Хаддад'],
      ['agent', 'Майя Волк'],
    ],
    composer: 'public',
    toggle: ['[role=tab]:last-child', 'internal'],
    fields: { status: 'Открыта', priority: 'Обычный', assignee: 'Майя Волк' },
  },
  {
    // two tickets on one page: the address says which
    page: 'two',
    path: '/tickets/318',
    id: '318',
    subject: 'Torn sleeve',
    requester: { name: 'Tamsin Orrey', email: '' },
    messages: [['customer', 'Tamsin Orrey']],
    composer: 'public',
  },
  {
    page: 'two',
    path: '/tickets/319',
    id: '319',
    subject: 'Lost parcel',
    requester: { name: 'Bea Nowak', email: '' },
    messages: [['customer', 'Bea Nowak']],
    composer: 'public',
  },
  { page: 'two', path: '/tickets/320', id: null },
  {
    // a long number in the address that only the page itself keeps, another one for people, mails by direction
    page: 'long-id',
    path: '/agent/saltmarsh/support/tickets/details/187254000000123456',
    id: '187254000000123456',
    subject: 'Torn sleeve',
    requester: { name: 'Tamsin Orrey', email: '' },
    messages: [
      ['customer', 'Tamsin Orrey'],
      ['note', 'Omar Haddad'],
      ['agent', 'Maya Lindqvist'],
    ],
    composer: 'unknown',
    fields: { status: 'Open', assignee: 'Maya Lindqvist' },
  },
  // the list still shows it, the ticket that is open is another
  { page: 'long-id', path: '/agent/saltmarsh/support/tickets/details/187254000000123401', id: null },
  {
    // an id for machines, a mail box and a comment bar below it
    page: 'shared-inbox',
    path: '/inboxes/teams/1/inbox/open/conversation/cnv_1b7gq3k',
    id: 'cnv_1b7gq3k',
    subject: 'Torn sleeve',
    requester: TAMSIN,
    messages: [
      ['customer', 'Tamsin Orrey'],
      ['note', 'Omar Haddad'],
      ['agent', 'Maya Lindqvist'],
    ],
    composer: 'public',
    fields: { assignee: 'Maya Lindqvist' },
  },
  {
    page: 'shared-inbox',
    path: '/inboxes/teams/1/inbox/open/conversation/cnv_1b7gq4s',
    id: null,
  },
  {
    // the record in hidden controls, cells with colons, one switch for who reads it
    page: 'crm-detail',
    path: '/index.php?module=Cases&action=DetailView&record=3f1c2a9e-5b70-4c11-9d0e-52a1b9f0c318',
    id: '3f1c2a9e-5b70-4c11-9d0e-52a1b9f0c318',
    subject: 'Torn sleeve',
    requester: { name: 'Tamsin Orrey', email: '' },
    account: 'Maya Lindqvist',
    messages: [
      ['customer', 'Tamsin Orrey'],
      ['note', 'Omar Haddad'],
      ['agent', 'Maya Lindqvist'],
    ],
    composer: 'unknown',
    fields: { status: 'Open_Assigned', priority: 'Medium', assignee: 'Maya Lindqvist' },
  },
  {
    // two boxes in one form, newest first, the stream below them
    page: 'journal',
    path: '/incident.do?sys_id=INC0010318',
    id: 'INC0010318',
    requester: { name: 'Tamsin Orrey', email: '' },
    messages: [
      ['customer', 'Tamsin Orrey'],
      ['note', 'Omar Haddad'],
      ['unknown', 'Maya Lindqvist'],
    ],
    composer: 'unknown',
    fields: { status: 'In Progress' },
  },
  {
    // bubbles with a time of day, the author a picture, tabs that are pressed
    page: 'live-chat',
    path: '/website/5f0a/inbox/session_7c1d0b5e-9a41-4f6e-8b7e-1f5b2a0c3180/',
    id: '7c1d0b5e-9a41-4f6e-8b7e-1f5b2a0c3180',
    subject: 'Tamsin Orrey',
    requester: { name: 'Tamsin Orrey', email: 'tamsin@quillmail.example' },
    account: 'Maya Lindqvist',
    messages: [
      ['customer', 'Tamsin Orrey'],
      ['note', 'Omar Haddad'],
      ['agent', 'Maya Lindqvist'],
    ],
    composer: 'public',
    toggle: ['.composer-tabs button:last-child', 'internal'],
  },
  {
    // names of class that say nothing at all
    page: 'hashed-names',
    path: '/conversations/318',
    id: '318',
    subject: 'Torn sleeve',
    requester: { name: 'Tamsin Orrey', email: '' },
    messages: [
      ['customer', 'Tamsin Orrey'],
      ['note', 'Omar Haddad'],
      ['unknown', 'Maya Lindqvist'],
    ],
    composer: 'unknown',
    fields: { status: 'Open' },
  },
  {
    // times as elements of their own kind, what it opened with beside the comments, nobody internal
    page: 'issue-cards',
    path: '/saltmarsh/support/issues/318',
    id: '318',
    subject: 'Torn sleeve',
    requester: null,
    messages: [
      ['unknown', 'tamsin-o'],
      ['unknown', 'omar-h'],
      ['unknown', 'maya-l'],
    ],
    composer: 'unknown',
    fields: { tags: 'jackets', assignee: 'maya-l' },
  },
  {
    // a list of all messages and one of them open; another number for people than in the address
    page: 'article-zoom',
    path: '/index.pl?Action=TicketZoom;TicketID=2',
    id: '2',
    subject: 'Torn sleeve',
    messages: [['note', 'Omar Haddad']],
    fields: { status: 'open', priority: '3 normal', assignee: 'Maya Lindqvist' },
    missing: 'The page counts 3 messages, and shows 1 of them.',
  },
  {
    // the same with what stands around it on a real page: the mail in a frame, a hint and tools above it, initials
    // for a picture, fields with a time at the side
    page: 'article-frames',
    path: '/index.pl?Action=TicketZoom;TicketID=2',
    id: '2',
    subject: 'Torn sleeve',
    requester: TAMSIN,
    account: 'Maya Lindqvist',
    messages: [['customer', 'Tamsin Orrey']],
    texts: ['Hello,\n\nthe sleeve of the jacket is torn. Order SM-20418.'],
    fields: { status: 'open', priority: '3 normal', assignee: 'Maya Lindqvist' },
    missing: 'The page counts 3 messages, and shows 1 of them.',
  },
  {
    // all of them below each other, one folded up; what tells who wrote one is the name of its only child
    page: 'article-frames-all',
    path: '/index.pl?Action=TicketZoom;TicketID=2',
    id: '2',
    subject: 'Torn sleeve',
    requester: TAMSIN,
    messages: [
      ['customer', 'Tamsin Orrey'],
      ['note', 'Omar Haddad'],
      ['agent', ''],
    ],
    texts: [
      'Hello,\n\nthe sleeve of the jacket is torn. Order SM-20418.',
      'Known batch, see the list of March.',
      'Could you send a photo of the sleeve, please?',
    ],
    missing: 'Messages folded up on the page: 1.',
  },
  {
    // everything in shadow roots
    page: 'shadow-roots',
    path: '/cases/4821',
    id: '4821',
    subject: 'Torn sleeve',
    requester: { name: 'Tamsin Orrey', email: '' },
    messages: [
      ['customer', 'Tamsin Orrey'],
      ['note', 'Omar Haddad'],
      ['unknown', 'Maya Lindqvist'],
    ],
    composer: 'public',
    fields: { status: 'Open' },
    missing: 'The page offers “Show 12 older messages”; those are not loaded.',
  },
  {
    // bubbles left and right and nobody's name: who wrote what is shown by place and colour alone
    page: 'bubbles',
    path: '/chat/4821',
    id: '4821',
    subject: 'Tamsin Orrey',
    requester: null,
    messages: [
      ['unknown', ''],
      ['unknown', ''],
      ['unknown', ''],
    ],
    composer: 'unknown',
  },
  {
    // the same with names in pictures and in labels of whole bubbles; side and colour still tell nobody's part
    page: 'bubbles-names',
    path: '/chat/4821',
    id: '4821',
    requester: null,
    account: 'Maya Lindqvist',
    messages: [
      ['unknown', 'Tamsin Orrey'],
      ['unknown', ''],
      ['unknown', 'Omar Haddad'],
      ['unknown', 'You'],
    ],
    composer: 'unknown',
  },
  {
    // drawn in another order than it is written, days of the week, labels and times that nothing names
    page: 'weekdays',
    path: '/app/t/4821',
    id: '4821',
    subject: 'Torn sleeve',
    requester: { name: 'Tamsin Orrey', email: '' },
    messages: [
      ['customer', 'Tamsin Orrey'],
      ['note', 'Omar Haddad'],
      ['unknown', 'Maya Lindqvist'],
    ],
    composer: 'unknown',
    toggle: ['[role=tab]:last-child', 'unknown'],
    fields: { status: 'Open' },
  },
  // pages that are no ticket, whatever numbers they show
  { page: 'dashboard', path: '/dashboard', id: null },
  { page: 'list', path: '/tickets?view=12', id: null },
  { page: 'list', path: '/tickets/views/12', id: null },
  { page: 'article', path: '/hc/articles/318', id: null },
  { page: 'webmail', path: '/mail/u/0/#inbox/FMfcgz318', id: null },
  { page: 'mail-thread', path: '/mail/u/0/#inbox/FMfcgzQZTgKXbXNzLrQWvK', id: null },
  { page: 'settings', path: '/settings/triggers/318', id: null },
];
