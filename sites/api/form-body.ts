import { textAt } from '../../core/json-path';
import { ok, type Result, refuse } from '../../core/result';
import type { FormSource } from '../../core/site';
import { type Blanks, fillBody } from './fill';
import { documentOf, firstInHtml } from './html-text';
import { send, type Transport } from './send';

/**
 * The fields of a helpdesk's own form, filled in. Refused, and nothing sent, when the form is not there, a control is
 * missing or ambiguous, a choice does not exist, or the form would do more than what was signed.
 * @param page the record's own page, for forms that stand on it
 */
export async function formFields(
  source: FormSource,
  blanks: Blanks,
  page: Document | null,
  transport: Transport,
): Promise<Result<[string, string][]>> {
  const holder = source.path
    ? await fetchForm(source.path, blanks, transport)
    : page
      ? ok(page)
      : refuse('not-supported');
  if (!holder.ok) return holder;
  const forms = holder.value.querySelectorAll<HTMLFormElement>(source.form);
  const [form] = forms;
  if (!form || forms.length > 1) return refuse('no-right', 'The helpdesk does not offer this form here.');
  if (source.not && holder.value.querySelector(source.not.selector))
    return refuse('not-supported', source.not.words);
  for (const { control, to, by, optional } of source.set) {
    if (optional && !form.querySelector(control)) continue;
    const done = fill(form, control, String(fillBody(to, blanks)), by === 'value');
    if (!done.ok) return done;
  }
  if (source.first) {
    const answer = await send(source.first.request, blanks, transport);
    if (!answer.ok) return answer;
    const value = textAt(answer.value.json, source.first.path);
    const done = value === '' ? ok(null) : fill(form, source.first.control, value, true);
    if (!done.ok) return done;
  }
  const fields = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !source.without?.includes(entry[0]),
  );
  for (const { name, read } of source.add ?? []) fields.push([name, firstInHtml(holder.value, read)]);
  return ok([...fields, ...Object.entries(source.also ?? {})]);
}

async function fetchForm(path: string, blanks: Blanks, transport: Transport): Promise<Result<Document>> {
  const answer = await send({ method: 'GET', path, ok: [200], answer: 'html' }, blanks, transport);
  return answer.ok ? ok(documentOf(answer.value.text)) : answer;
}

function fill(form: HTMLFormElement, selector: string, value: string, byValue: boolean): Result<null> {
  const found = form.querySelectorAll(selector);
  const [control] = found;
  if (!control || found.length > 1) return refuse('no-such-field', 'The form of the helpdesk has changed.');
  if (control.localName !== 'select') {
    (control as HTMLInputElement | HTMLTextAreaElement).value = value;
    return ok(null);
  }
  const options = [...(control as HTMLSelectElement).options].filter((option) => !option.disabled);
  const fits = options.filter((o) => (byValue ? o.value : o.text.replace(/\s+/g, ' ').trim()) === value);
  const [only] = fits;
  if (!only || fits.length > 1) return refuse('unknown-value', value);
  for (const option of options) option.selected = option === only;
  return ok(null);
}
