import { must } from './answer.mjs';
import { cleanHtml, plainText } from './clean-html.mjs';

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

/** How does a message enter or leave a thread? */
export function createMessages(store) {
  /**
   * Posts a reply (`public`) or a note (`internal`). The same key on the same ticket gives the same message.
   * @returns {{message: object, repeated: boolean}}
   */
  function post(actor, t, author, { visibility, html, cc, key }) {
    const known = key && store.keyed(t.id, key);
    if (known) return { message: known, repeated: true };
    const said = visibility === 'public' || visibility === 'internal';
    must(said, 422, 'visibility-missing', 'Say whether this is a public reply or an internal note.');
    must(typeof html === 'string' && plainText(html) !== '', 422, 'empty', 'The message is empty.');
    const copies = cc ?? t.cc;
    const fit = Array.isArray(copies) && copies.every((a) => typeof a === 'string' && ADDRESS.test(a));
    must(fit, 422, 'bad-address', 'One of the addresses in copy is not an email address.');

    const isPublic = visibility === 'public';
    const message = {
      id: store.newMessageId(),
      role: isPublic ? 'agent' : 'note',
      author,
      at: new Date().toISOString(),
      to: isPublic ? [store.contact(t.requesterId).fields.Email] : [],
      cc: isPublic ? copies : [],
      attachments: [],
      html: cleanHtml(html),
    };
    add(actor, t, isPublic ? 'reply' : 'note', message);
    if (key) store.rememberKey(t.id, key, message);
    return { message, repeated: false };
  }

  /** Puts a ready message into the thread: what a customer or a colleague wrote. */
  function add(actor, t, operation, message) {
    t.messages.push(message);
    store.touch(t);
    const { id, to, cc } = message;
    store.record(actor, `ticket:${t.id}`, operation, null, { id, to, cc, text: plainText(message.html) });
  }

  function remove(actor, t, messageId) {
    const message = t.messages.find((m) => m.id === messageId);
    must(message, 404, 'not-found', 'There is no such message.');
    must(message.role === 'note', 403, 'sent', 'A message that was sent cannot be deleted.');
    must(message.author.name === actor.who, 403, 'not-yours', 'Only its author can delete a note.');
    t.messages = t.messages.filter((m) => m !== message);
    store.touch(t);
    const before = { id: message.id, text: plainText(message.html) };
    store.record(actor, `ticket:${t.id}`, 'remove-note', before, null);
  }

  return { post, add, remove };
}
