import { textAt, valuesAt } from '../../core/json-path';
import type { MessageMap } from '../../core/message-map';
import type { AskedApi } from '../../core/site';
import { send, type Transport } from './send';

/** Texts of the messages whose bodies do not stand in the list itself: message key → text. */
export async function bodiesOf(
  api: AskedApi,
  id: string,
  rows: unknown[],
  transport: Transport,
): Promise<Map<string, string>> {
  const { map } = api.messages;
  if (map.bodies) {
    const answer = await send(map.bodies.request, { id }, transport);
    return answer.ok ? fromParts(map.bodies, answer.value.json) : new Map();
  }
  const single = map.bodyRequest;
  if (!single) return new Map();
  const found = await Promise.all(
    rows.map(async (row) => {
      const key = textAt(row, map.key);
      const answer = await send(single.request, { id: key, messageKey: key }, transport);
      return [key, answer.ok ? plain(textAt(answer.value.json, single.path)) : ''] as const;
    }),
  );
  return new Map(found);
}

/** A mail comes in parts; its plain text is what its writer meant to be read without a page around it. */
function fromParts(where: NonNullable<MessageMap['bodies']>, json: unknown): Map<string, string> {
  const parts = valuesAt(json, where.list)
    .flatMap((list) => (Array.isArray(list) ? list : [list]))
    .map((part) => ({
      key: textAt(part, where.key),
      text: textAt(part, where.text),
      mediaType: textAt(part, where.mediaType).toLowerCase(),
    }))
    .filter((part) => part.text.trim() !== '');
  const bodies = new Map<string, string>();
  for (const wanted of ['text/plain', 'text/html']) {
    for (const { key, text, mediaType } of parts) {
      if (mediaType !== wanted || bodies.has(key)) continue;
      bodies.set(key, wanted === 'text/html' ? plain(text) : text.trim());
    }
  }
  return bodies;
}

/** Text of an HTML message, for comparing and reading; entities of the five basic kinds only. */
export function plain(html: string): string {
  return html
    .replace(/<(br|\/p|\/div|\/li|\/tr)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Math.min(Number(n), 0x10ffff)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .trim();
}
