import { type FieldState, findField, type Observation } from '../../core/observation';
import { sameRecord } from '../../core/record';
import { inWordsOf } from './words';

/**
 * What the page shows and what its API says, as one look. The API wins on values and the conversation's identity;
 * the page gives what only a page has: texts as seen, choices, the reply box.
 */
export function mergeLooks(page: Observation, asked: Observation): Observation {
  if (!sameRecord(page.record, asked.record)) return asked;
  const api = inWordsOf(page, asked);
  const shown = new Map(page.messages.map((m) => [m.key, m]));
  return {
    ...page,
    subject: api.subject || page.subject,
    requester: mergeRequester(page, api),
    account: api.account,
    lacking: lackingOf(page, api),
    showsConversation: true,
    messages: api.messages.map((m) => {
      const seen = shown.get(m.key);
      return seen ? { ...seen, role: m.role, key: m.key } : m;
    }),
    fields: [...api.fields.map((f) => mergeField(f, page)), ...onlyOnPage(page, api)],
  };
}

/** An API may know the address and not the name. */
function mergeRequester(page: Observation, api: Observation): Observation['requester'] {
  if (!api.requester || !page.requester) return api.requester ?? page.requester;
  // the name of one person is never put to the address of another
  const [one, other] = [page.requester.email.toLowerCase(), api.requester.email.toLowerCase()];
  if (one !== '' && other !== '' && one !== other) return api.requester;
  return {
    name: api.requester.name || page.requester.name,
    email: api.requester.email || page.requester.email,
  };
}

/** The page shows more of what one may do than an API does, as long as it is the same account. */
function lackingOf(page: Observation, api: Observation): Observation['lacking'] {
  return page.account === api.account ? (page.lacking ?? api.lacking) : api.lacking;
}

function mergeField(field: FieldState, page: Observation): FieldState {
  const shown = findField(page, field.name, field.scope);
  if (!shown) return field;
  return {
    ...field,
    label: shown.label,
    // what takes several values and has one of them looks like one that takes one
    kind: shown.kind,
    options: bothOf(shown.options, field.options),
    writable: field.writable || shown.writable,
  };
}

/** An API may take more than the page's menu offers at the moment. */
function bothOf(shown: string[] | null, known: string[] | null): string[] | null {
  return shown && known ? [...new Set([...shown, ...known])] : (shown ?? known);
}

function onlyOnPage(page: Observation, api: Observation): FieldState[] {
  return page.fields.filter((f) => !api.fields.some((a) => a.name === f.name && a.scope === f.scope));
}
