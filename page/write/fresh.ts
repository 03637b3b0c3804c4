import type { FieldState, Observation } from '../../core/observation';
import { ok, type Result, refuse } from '../../core/result';
import type { Probe, RecordPage, SiteDescriptor } from '../../core/site';
import { idShown, pageFor } from '../read/identity';
import { lackingOn } from '../read/lacking';
import { oneLine } from '../read/one-line';
import { inOrder } from '../read/time-order';

/** Puts what was fetched into a look at the page, which may be older. */
export type Renewal = (live: Observation) => Observation;

const asItIs: Renewal = (live) => live;

/**
 * The record as the helpdesk holds it now, where its page does not follow by itself: account, values and who wrote
 * what. Asked for right before a click that saves or sends. It only reads what a reload of the page would show.
 */
export async function renewalOf(doc: Document, site: SiteDescriptor | null): Promise<Result<Renewal>> {
  const found = site ? pageFor(site, doc) : null;
  const fresh = found?.page.fresh;
  if (!site || !found || !fresh) return ok(asItIs);
  const load = async (path: string) =>
    await fetched(doc, path.replaceAll('{id}', encodeURIComponent(found.urlId)));
  const [fields, messages] = await Promise.all([load(fresh.fields), load(fresh.messages)]);
  if (!fields || !messages)
    return refuse('no-answer', 'The helpdesk could not be asked for its newest state.');
  const page = site.pages.find((one) => one.fields.length > 0 && one.type === found.page.type) ?? found.page;
  const [account] = textsIn(fields, page.account);
  if (!account) return refuse('signed-out');
  // as on the page itself: the address may be that of a record that was merged
  const { id, note } = idShown(page, found.urlId, (probe) => textsIn(fields, probe));
  if (id === null) return refuse('other-record', `Asked for ${found.urlId} anew. ${note}`);
  const keys = [...messages.querySelectorAll(page.messages?.item ?? 'nothing')]
    .map((el) => ({ key: el.getAttribute(page.messages?.key ?? '') ?? '', at: '' }))
    .filter(({ key }) => key !== '');
  const inTime = inOrder(keys, page.messages?.order ?? 'oldest-first');
  // what the page has not loaded yet is nothing that somebody has written since
  const isWhole = !found.page.messages?.unloaded?.some(({ sign }) => doc.querySelector(sign));
  return ok((live) => ({
    ...live,
    // somebody may have merged it since
    record: { ...live.record, id },
    account,
    requester: requesterIn(fields, page),
    lacking: lackingOn(fields, page),
    fields: live.fields.map((field) => withValues(field, page, fields)),
    messages: isWhole
      ? inTime.map(({ key }) => live.messages.find((m) => m.key === key) ?? written(key))
      : live.messages,
    showsConversation: true,
  }));
}

function withValues(field: FieldState, page: RecordPage, doc: Document): FieldState {
  const where = page.fields.find((f) => f.name === field.name && (f.scope ?? 'record') === field.scope);
  if (!where) return field;
  const texts = [...new Set(textsIn(doc, where.read))];
  return { ...field, values: field.kind === 'tags' ? texts : texts.slice(0, 1) };
}

/** As on the page itself: of several people none is assumed. */
function requesterIn(doc: Document, page: RecordPage): Observation['requester'] {
  if (!page.requester) return null;
  const names = [...new Set(textsIn(doc, page.requester.name))];
  const emails = [...new Set(textsIn(doc, page.requester.email).map((email) => email.toLowerCase()))];
  if (emails.length > 1 || (emails.length === 0 && names.length !== 1)) return null;
  return { name: names[0] ?? '', email: emails[0] ?? '' };
}

/** Only that it is there is known. */
const written = (key: string): Observation['messages'][number] => ({
  key,
  role: 'unknown',
  author: '',
  at: '',
  text: '',
  quoted: '',
  attachments: [],
});

async function fetched(doc: Document, path: string): Promise<Document | null> {
  const url = new URL(path, doc.location.origin);
  const answer = await fetch(url, { credentials: 'same-origin', cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return null;
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/** Texts of a probe in a page that is not painted. */
function textsIn(doc: Document, { selector, attribute, pattern }: Probe): string[] {
  return [...doc.querySelectorAll(selector)].flatMap((el) => {
    const raw = oneLine((attribute ? el.getAttribute(attribute) : el.textContent) ?? '');
    const match = pattern ? pattern.exec(raw) : [raw];
    const text = (match?.[1] ?? match?.[0] ?? '').trim();
    return text ? [text] : [];
  });
}
