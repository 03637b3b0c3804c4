import { must } from './answer.mjs';
import { plainText } from './clean-html.mjs';

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const DAY = /^\d{4}-\d\d-\d\d$/;

/** What stands in the thread and is no message: tasks to be done and calls that were made. */
export function createEntries(store) {
  const words = {
    task({ title, due }) {
      must(typeof title === 'string' && title.trim() !== '', 422, 'empty', 'A task needs a title.');
      const fits = due === null || due === undefined || due === '' || DAY.test(due);
      must(fits, 422, 'bad-date', 'The day of a task looks like 2026-12-01.');
      return [title, due ? `Due ${due}` : ''];
    },
    call({ summary, minutes }) {
      must(
        typeof summary === 'string' && summary.trim() !== '',
        422,
        'empty',
        'Say what the call was about.',
      );
      const length = Number(minutes);
      must(Number.isInteger(length) && length > 0, 422, 'bad-length', 'A call takes whole minutes.');
      return [summary, `${length} min`];
    },
  };

  /** The same key on the same ticket gives the same entry. */
  function enter(actor, t, author, kind, body) {
    const known = body.key && store.keyed(t.id, body.key);
    if (known) return { message: known, repeated: true };
    const html = words[kind](body)
      .filter(Boolean)
      .map((line) => `<p>${escaped(line)}</p>`)
      .join('');
    const at = new Date().toISOString();
    const entry = { id: store.newMessageId(), role: kind, author, at, to: [], cc: [], attachments: [], html };
    t.messages.push(entry);
    store.touch(t);
    store.record(actor, `ticket:${t.id}`, kind, null, { id: entry.id, text: plainText(html) });
    if (body.key) store.rememberKey(t.id, body.key, entry);
    return { message: entry, repeated: false };
  }

  function remove(actor, t, entryId) {
    const entry = t.messages.find((m) => m.id === entryId && Object.hasOwn(words, m.role));
    must(entry, 404, 'not-found', 'There is no such task or call.');
    must(entry.author.name === actor.who, 403, 'not-yours', 'Only who entered it can delete it.');
    t.messages = t.messages.filter((m) => m !== entry);
    store.touch(t);
    const before = { id: entry.id, text: plainText(entry.html) };
    store.record(actor, `ticket:${t.id}`, `remove-${entry.role}`, before, null);
  }

  return { enter, remove };
}
