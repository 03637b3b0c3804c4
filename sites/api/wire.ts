import { textAt, valuesAt } from '../../core/json-path';
import { ok, type Result, refuse } from '../../core/result';
import type { WireLookup } from '../../core/site';
import type { Blanks } from './fill';
import { textOf } from './html-text';
import { send, type Transport } from './send';

/**
 * What stands on the wire for a label that people see. `unknown-value` when no entry has exactly this label, or when
 * several have: two people of one name are not told apart by guessing.
 */
export async function wireValue(
  lookup: WireLookup,
  label: string,
  blanks: Blanks,
  page: Document | null,
  transport: Transport,
): Promise<Result<string | number>> {
  const found =
    'item' in lookup ? onPage(lookup, label, page) : await inAnswer(lookup, label, blanks, transport);
  if (!found.ok) return found;
  const values = [...new Set(found.value)].filter((value) => value !== '');
  const [only] = values;
  if (only === undefined) return refuse('unknown-value', `“${label}” was not found here.`);
  return values.length === 1 ? ok(only) : refuse('unknown-value', `More than one is called “${label}”.`);
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

function onPage(
  lookup: Extract<WireLookup, { item: string }>,
  label: string,
  page: Document | null,
): Result<string[]> {
  if (!page) return refuse('not-supported');
  const { item, attribute, pattern } = lookup;
  const same = [...page.querySelectorAll(item)].filter((el) => tidy(textOf(el)) === label);
  // each element by itself: a probe for its own attribute
  return ok(
    same.map((el) => {
      const raw = el.getAttribute(attribute) ?? '';
      return pattern ? (pattern.exec(raw)?.[1] ?? '') : raw;
    }),
  );
}

async function inAnswer(
  lookup: Extract<WireLookup, { request: unknown }>,
  label: string,
  blanks: Blanks,
  transport: Transport,
): Promise<Result<(string | number)[]>> {
  const answer = await send(lookup.request, { ...blanks, value: label }, transport);
  if (!answer.ok) return answer;
  const entries = valuesAt(answer.value.json, lookup.list).flatMap((list) =>
    Array.isArray(list) ? list : [list],
  );
  return ok(
    entries
      .filter((entry) => tidy(textAt(entry, lookup.label)) === label)
      // a number stays a number: some APIs take nothing else
      .map((entry) => valuesAt(entry, lookup.value)[0])
      .filter((value) => typeof value === 'string' || typeof value === 'number'),
  );
}
