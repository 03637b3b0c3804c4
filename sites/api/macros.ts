import { textAt, valuesAt } from '../../core/json-path';
import type { Macro } from '../../core/macro';
import { ok, type Result } from '../../core/result';
import type { MacrosWay } from '../../core/site';
import { plain } from './bodies';
import { send, type Transport } from './send';

/** Reads the helpdesk's macros and says what each would do, in calls of tools. Has no effect. */
export async function readMacros(way: MacrosWay, transport: Transport): Promise<Result<Macro[]>> {
  const answer = await send(way.request, { id: '' }, transport);
  if (!answer.ok) return answer;
  return ok(listOf(answer.value.json, way.list).map((entry) => macroOf(way, entry)));
}

function macroOf(way: MacrosWay, entry: unknown): Macro {
  const parts: Macro['parts'] = [];
  const unclear: string[] = [];
  for (const step of listOf(entry, way.steps)) {
    const operation = textAt(step, way.operation);
    const known = Object.hasOwn(way.tools, operation) ? way.tools[operation] : undefined;
    const value = textAt(step, way.value);
    const label = known?.labels
      ? Object.hasOwn(known.labels, value)
        ? known.labels[value]
        : undefined
      : value;
    if (known && label !== undefined) parts.push({ tool: known.tool, input: { [known.argument]: label } });
    else unclear.push(`its step “${operation}: ${value}” cannot be foreseen.`);
  }
  const text = way.text ? plain(textAt(entry, way.text)) : '';
  if (text !== '') parts.push({ tool: 'insert_draft', input: { body: text } });
  return { label: textAt(entry, way.label), origin: 'helpdesk', parts, unclear: unclear[0] ?? null };
}

/** The entries of the list at a path. */
function listOf(json: unknown, path: string): unknown[] {
  return valuesAt(json, `${path}.*`);
}
