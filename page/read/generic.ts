import type { GenericWords } from '../../core/generic-words';
import type { Message, Observation } from '../../core/observation';
import { fillGaps } from './by-signs';
import type { GeneralReader, LookContext } from './context';
import { asDocument, composerIn, documentView } from './document';
import { distrust } from './find';
import { boxesForMessages } from './generic-choice';
import { genericComposer } from './generic-composer';
import { genericThread } from './generic-conversation';
import { genericFields, labelledOn } from './generic-fields';
import { partsOf, readParts } from './generic-message';
import { missingFrom } from './generic-missing';
import { openingOf } from './generic-opening';
import { genericAccount, genericRequester, isOf, openerOf } from './generic-people';
import { genericRecord } from './generic-record';
import { sharedNames, shellsOf } from './generic-role';
import { genericVisibility } from './generic-visibility';
import { isToolbar } from './hints';
import { digestKey } from './messages';
import { oldestFirst } from './time-order';
import type { Sight } from './visible-text';

/** Reads pages that no site file knows, by what helpdesks call things. */
export const generalReader = (words: GenericWords): GeneralReader => ({
  read: (sight, context, notes) => observeGeneric(sight, context, notes, words),
  fillGaps,
});

/**
 * A page that no site file knows, read by general signs. Nothing is taken for sure that has one sign only;
 * a page without a record that two signs agree on is read as a document.
 */
function observeGeneric(
  sight: Sight,
  context: LookContext,
  notes: string[],
  words: GenericWords,
): Observation {
  const choose = boxesForMessages(words);
  const first = genericComposer(sight, null, choose);
  if (first) distrust(sight, [first]);
  const labelled = labelledOn(sight, first, words);
  const found = genericRecord(sight, words, labelled, first);
  const heading = found.record?.heading ?? null;
  // of several boxes on a page, the one that stands with the record's own heading
  const box = heading ? genericComposer(sight, heading, choose) : first;
  if (box) distrust(sight, [box]);
  const thread = readThread(sight, words, box, heading ?? box);
  const told = box ? genericVisibility(sight, box, words) : { visibility: 'unknown' as const, note: null };
  const view = documentView(sight, context.documentId, box);
  const composer = composerIn(sight, view, box, told.visibility);
  const said = [...notes, ...(told.note ? [told.note] : [])];
  if (!found.record) {
    const account = genericAccount(sight, words);
    return asDocument({ ...view, account, composer }, [...said, ...(found.note ? [found.note] : [])]);
  }
  const messages = thread?.messages ?? [];
  const account = genericAccount(sight, words, thread?.items);
  const asked = genericRequester(sight, labelled, messages, words, box);
  // whoever is signed in is not the one who asked
  const requester = asked && account !== '' && asked.name === account ? null : asked;
  // only a page that marks some messages as internal or public can be trusted to have marked them all
  const marks = messages.some((m) => m.role === 'note' || m.role === 'agent');
  const known = messages.map((m) => withPerson(m, requester, marks ? account : ''));
  // a person's page lists things about them, and no conversation
  const talk = messages.length > 0 && found.record.type === 'ticket';
  return {
    ...view,
    record: { site: 'generic', host: sight.doc.location.host, type: found.record.type, id: found.record.id },
    system: 'Unknown helpdesk',
    subject: found.record.subject,
    requester,
    account,
    messages: talk ? known : view.messages,
    showsConversation: talk,
    fields: genericFields(labelled, words),
    composer,
    hiddenCount: talk ? (thread?.hidden ?? 0) : view.hiddenCount,
    missing: talk && thread ? missingFrom(sight, thread.items, messages.length, thread.folded) : view.missing,
    notes: [
      ...said,
      'Countersign does not know this helpdesk: what it shows was found by general signs.',
      ...(talk ? unsure(known) : ['No conversation was recognised; the whole page was read as one text.']),
      ...(requester ? [] : ['No requester was found on the page.']),
    ],
  };
}

function readThread(
  sight: Sight,
  words: GenericWords,
  box: Element | null,
  anchor: Element | null,
): { messages: Message[]; hidden: number; folded: number; items: Element[] } | null {
  const thread = genericThread(sight, words, box, anchor);
  if (!thread) return null;
  // a list that is drawn bit by bit, or from below, has an order of its own in the page
  const shown = thread.items.toSorted(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  const shells = shellsOf(shown);
  const parts = shown.map((item) =>
    partsOf(sight, item, thread.stamps.get(item) ?? null, words, shells.get(item) ?? null),
  );
  const opening = openingOf(sight, words, thread.items, box);
  distrust(sight, [...parts.map((p) => p.body), ...(opening ? [opening] : [])]);
  const shared = parts.length > 1 ? sharedNames(parts) : null;
  const all = parts.map((p) => readParts(sight, p, words, shared));
  const read = all.filter(({ message }) => message.text !== '');
  const folded = parts.filter(({ stamp, body }, i) => stamp && isFull(body) && all[i]?.message.text === '');
  // a version in a corner of the page, and the word beside it
  if (!opening && read.length === 1 && (read[0]?.message.text.length ?? 0) < 25) return null;
  const talk = oldestFirst(read.map((r) => r.message));
  const text = opening ? sight.read(opening, { skip: isToolbar }).text : '';
  const messages =
    text === '' || talk.some((m) => m.text.includes(text))
      ? talk
      : [openingMessage(text, openerOf(sight, words, opening, thread.items)), ...talk];
  const hidden = read.reduce((sum, r) => sum + r.hidden, 0);
  return { messages, hidden, folded: folded.length, items: thread.items };
}

/** There are words in it, or a place for them: a message that is folded up. */
const isFull = (body: Element): boolean =>
  (body.textContent ?? '').trim() !== '' || body.querySelector('iframe') !== null;

const openingMessage = (text: string, author: string): Message => ({
  key: digestKey('unknown', '', text),
  role: 'unknown',
  author,
  at: '',
  text,
  quoted: '',
  attachments: [],
});

/** A message without a sign of its own whose author is the requester, or the person signed in, is theirs. */
function withPerson(message: Message, requester: Observation['requester'], account: string): Message {
  if (message.role !== 'unknown' || message.author === '') return message;
  if (requester && [requester.name, requester.email].some((name) => isOf(message.author, name)))
    return { ...message, role: 'customer' };
  return isOf(message.author, account) ? { ...message, role: 'agent' } : message;
}

function unsure(messages: readonly Message[]): string[] {
  const count = messages.filter((m) => m.role === 'unknown').length;
  if (count === 0) return [];
  return [`For ${count} of ${messages.length} messages the page does not say who wrote them.`];
}
