import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILES, HERE, ORIGIN, ROOT_PASSWORD } from './paths.mjs';

/** The people and tickets that the seed made. */
export const SEED = JSON.parse(readFileSync(join(HERE, 'seed.json'), 'utf8'));

/** Id of a seeded ticket by its key: they were made in order, from 1. */
export function ticketId(key) {
  const at = SEED.tickets.findIndex((ticket) => ticket.key === key);
  if (at < 0) throw new Error(`The seed has no ticket “${key}”.`);
  return String(at + 1);
}

/** The REST token that the seed made for somebody; RT itself shows one only when it is made. */
export function tokenOf(login) {
  const [, token] = new RegExp(`^token ${login} (\\S+)$`, 'm').exec(readFileSync(FILES.said, 'utf8')) ?? [];
  if (!token) throw new Error(`The seed made no token for “${login}”.`);
  return token;
}

const AUTHORIZATION = `Basic ${Buffer.from(`root:${ROOT_PASSWORD}`).toString('base64')}`;

/** Asks RT's own REST API as root, past the browser and the extension: what it says is what is so. */
export async function ask(path, init = {}) {
  const answer = await fetch(`${ORIGIN}/REST/2.0/${path}`, {
    ...init,
    // one that hangs is a failure of this test, not of all that follow
    signal: AbortSignal.timeout(20_000),
    headers: { Authorization: AUTHORIZATION, 'Content-Type': 'application/json' },
  });
  if (!answer.ok) throw new Error(`RT answers ${answer.status} to ${path}: ${await answer.text()}`);
  return answer.json();
}

const WORDS = { 0: 'Low', 50: 'Medium', 100: 'High' };
const MESSAGES = ['Create', 'Correspond', 'Comment'];

/** A ticket as RT itself holds it. */
export async function ticket(id) {
  const raw = await ask(`ticket/${id}`);
  const custom = (name) =>
    (raw.CustomFields?.find((field) => field.name === name)?.values ?? []).filter((value) => value);
  return {
    status: raw.Status,
    priority: WORDS[raw.Priority] ?? raw.Priority,
    owner: raw.Owner.id,
    tags: custom('Tags'),
    product: custom('Product')[0] ?? '',
    version: raw.LastUpdated,
  };
}

/** The custom fields of a ticket by their names, each a list. */
export async function customFields(id) {
  const { CustomFields } = await ask(`ticket/${id}`);
  return Object.fromEntries(CustomFields.map(({ name, values }) => [name, values.filter(Boolean)]));
}

/** Makes a ticket as the administrator, by whatever REST 2 takes, and returns its id. */
export async function make(fields) {
  const ticket = {
    Queue: SEED.queue.name,
    Content: 'A first message.',
    ContentType: 'text/plain',
    ...fields,
  };
  return String((await ask('ticket', { method: 'POST', body: JSON.stringify(ticket) })).id);
}

/** Writes on a ticket as the administrator. */
export function write(id, kind, text) {
  const body = JSON.stringify({ Content: text, ContentType: 'text/plain' });
  return ask(`ticket/${id}/${kind}`, { method: 'POST', body });
}

export function change(id, fields) {
  return ask(`ticket/${id}`, { method: 'PUT', body: JSON.stringify(fields) });
}

/** Adds one tag or takes one away, as a colleague with the page before him would: the others stay. */
export async function tag(id, what, name) {
  const { tags } = await ticket(id);
  const next = what === 'add' ? [...tags, name] : tags.filter((one) => one !== name);
  return await change(id, { CustomFields: { Tags: next } });
}

/** What was written on a ticket, oldest first, of its newest hundred entries: `{id, type, by, text}`. */
export async function messages(id) {
  const history = await ask(`ticket/${id}/history?fields=Type,Creator&per_page=100&orderby=id&order=DESC`);
  const written = history.items.toReversed().filter((item) => MESSAGES.includes(item.Type));
  return Promise.all(
    written.map(async (item) => {
      const parts = await ask(`transaction/${item.id}/attachments?fields=ContentType,Content&per_page=20`);
      const texts = parts.items.filter((part) => part.ContentType.startsWith('text/'));
      return {
        id: item.id,
        type: item.Type,
        by: item.Creator.id,
        text: texts.map((part) => part.Content).join('\n'),
      };
    }),
  );
}

/** Every change of the ticket after a transaction: `{id, type, field, from, to, by}`. */
export async function changesSince(id, transaction) {
  const history = await ask(`ticket/${id}/history?fields=Type,Field,OldValue,NewValue,Creator&per_page=100`);
  return history.items
    .filter((item) => Number(item.id) > Number(transaction))
    .map((item) => ({
      id: item.id,
      type: item.Type,
      field: item.Field,
      from: item.OldValue,
      to: item.NewValue,
      by: item.Creator.id,
    }));
}

/** Number of the newest transaction on the ticket. */
export async function lastTransaction(id) {
  const history = await ask(`ticket/${id}/history?per_page=1&orderby=id&order=DESC`);
  return history.items[0].id;
}
