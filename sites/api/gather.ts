import { textAt } from '../../core/json-path';
import { ok, type Result, refuse } from '../../core/result';
import type { AskedApi, RequestDescriptor } from '../../core/site';
import type { Blanks } from './fill';
import { send, type Transport } from './send';

export interface Gathered {
  facts: Record<string, string>;
  /** `$name` → answer. */
  answers: Record<string, unknown>;
}

/** What has to be known before a record can be read. What is not there is left out; a refusal ends the look. */
export async function gather(api: AskedApi, id: string, transport: Transport): Promise<Result<Gathered>> {
  const facts: Record<string, string> = { ...transport.facts };
  const answers: Record<string, unknown> = {};
  for (const { name, request, facts: wanted, optional, not } of api.extra ?? []) {
    if (!canFill(request, facts)) continue;
    const answer = await send(request, { id, facts }, transport);
    const code = answer.ok ? null : answer.refusal.code;
    if (code === 'not-found' || (code === 'no-right' && optional)) continue;
    if (!answer.ok) return answer;
    if (not && textAt(answer.value.json, not.path) !== '') return refuse('other-record', not.words);
    answers[`$${name}`] = answer.value.json;
    for (const [fact, path] of Object.entries(wanted ?? {})) facts[fact] = textAt(answer.value.json, path);
  }
  return ok({ facts, answers });
}

const OWN: ReadonlySet<string> = new Set<keyof Blanks>([
  'id',
  'value',
  'values',
  'field',
  'messageKey',
  'html',
  'text',
  'key',
]);

/** Every blank of its path that is a fact is known and not empty. */
export function canFill(request: RequestDescriptor, facts: Record<string, string>): boolean {
  return [...request.path.matchAll(/\{(\w+)\}/g)].every(
    ([, name = '']) => OWN.has(name) || Boolean(facts[name]),
  );
}
