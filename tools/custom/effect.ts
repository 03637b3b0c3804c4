import type { Call, CustomTool } from '../../core/custom/format';
import { type Blanks, fillText } from '../../core/custom/template';
import { textAt } from '../../core/json-path';
import type { Observation } from '../../core/observation';
import type { Guard, Http, Ports, WriteAnswer } from '../../core/ports';
import { ok, type Refusal, type Result } from '../../core/result';
import type { Change, Verdict } from '../../core/tool';
import { blanksFor } from './blanks';
import type { Input } from './input';
import { before, find, needsMade, readBack, sendRequest } from './requests';

const refused = (refusal: Refusal): WriteAnswer => ({ outcome: 'refused', refusal });
const NO_WAY: Refusal = { code: 'not-supported' };

/** The lines of the card, with the server's own values. Asks, and changes nothing. */
export async function drawCall(
  tool: CustomTool,
  call: Call,
  input: Input,
  seen: Observation,
  http: Http,
): Promise<Result<Change[]>> {
  const blanks = blanksFor(tool, input, seen, http.key);
  const now = await before(call, blanks, http);
  return now.ok ? linesOf(call, { ...blanks, before: now.value.json }) : now;
}

function linesOf({ changes }: Call, blanks: Blanks): Result<Change[]> {
  const lines: Change[] = [];
  for (const { field, before: was, after } of changes) {
    const from = was === undefined ? null : fillText(was, blanks);
    const to = fillText(after, blanks);
    if (from && !from.ok) return from;
    // an amount that nobody has typed yet is no refusal: such a card cannot be signed
    const isOpen = !to.ok && blanks.money?.decimal === '';
    if (!to.ok && !isOpen) return to;
    lines.push({ field, before: from ? from.value : null, after: to.ok ? to.value : 'not typed yet' });
  }
  return ok(lines);
}

/**
 * Looks at the server once more, at the record once more, and sends once. Refused when the server's values are not
 * those of the signed card, or when what would be made is there already.
 */
export async function commitCall(
  tool: CustomTool,
  call: Call,
  input: Input,
  ports: Ports,
  guard: Guard,
): Promise<WriteAnswer> {
  const { http } = ports;
  if (!http) return refused(NO_WAY);
  const look = await ports.reader.look();
  if (!look.ok) return refused(look.refusal);
  const blanks = blanksFor(tool, input, look.value, http.key);
  const now = await before(call, blanks, http);
  if (!now.ok) return refused(now.refusal);
  const known: Blanks = { ...blanks, before: now.value.json };
  const lines = linesOf(call, known);
  if (!lines.ok) return refused(lines.refusal);
  if (http.signed !== null && http.signed !== signedText(lines.value)) {
    return refused({
      code: 'changed-since',
      detail: 'The server’s values are not those on the card any more.',
    });
  }
  const made = await find(call, blanks, http);
  if (!made.ok) return refused(made.refusal);
  if (made.value.length > 0)
    return refused({ code: 'already-so', detail: `It was made before: ${made.value.join(', ')}.` });
  const request = sendRequest(call, known, now.value.etag);
  if (!request.ok) return refused(request.refusal);
  // the page once more, right before it leaves
  const last = await ports.reader.look();
  if (!last.ok) return refused(last.refusal);
  const stale = guard(last.value);
  if (stale) return refused(stale);
  const answer = await http.ask(request.value);
  if (!answer.ok) {
    return answer.dispatched ? { outcome: 'unknown', refusal: answer.refusal } : refused(answer.refusal);
  }
  const id = call.send.id ? textAt(answer.json, call.send.id) : '';
  return { outcome: 'accepted', ...(id ? { messageKey: id } : {}) };
}

/** Reads back, finding first what was made when the answer that named it was lost. */
export async function verifyCall(
  tool: CustomTool,
  call: Call,
  input: Input,
  seen: Observation,
  answer: WriteAnswer,
  ports: Ports | undefined,
): Promise<{ verdict: Verdict; made: string }> {
  const http = ports?.http;
  if (!http) return { verdict: 'unknown', made: '' };
  const blanks = blanksFor(tool, input, seen, http.key);
  let made = answer.outcome === 'accepted' ? (answer.messageKey ?? '') : '';
  if (call.find) {
    const found = await find(call, blanks, http);
    // with the answer's own name the search is only a second look
    if (!found.ok && made === '') return { verdict: 'unknown', made };
    const ids = found.ok ? found.value : [];
    http.twice = ids.length > 1 ? ids : [];
    made ||= ids[0] ?? '';
    if (made === '') return { verdict: 'not-found', made };
  }
  const name = made || blanks.made;
  if (name === '' && needsMade(call)) return { verdict: 'unknown', made };
  return { verdict: await readBack(call, { ...blanks, made: name }, http), made };
}

/** What of a card its signature holds on to: the values that the server had. */
export function signedText(lines: readonly Change[]): string {
  return JSON.stringify(lines.map((line) => [line.field, line.before, line.after]));
}
