import type * as z from 'zod/mini';
import { Answer, answerName, Done, HELLO, requestName } from './protocol';
import type { Request } from './request';

/** What the page's world said: a value that fits the schema, that no known editor is there, or a failure. */
export type Asked<T> =
  | { status: 'value'; value: T }
  | { status: 'none' }
  | { status: 'failed'; words: string };

let nonce = '';

/**
 * Asks the page's half about an element, and has the answer on return. What comes back is the page's word:
 * it is checked for form here and for truth by whoever asked. Without that half the answer is `none`.
 */
export function askWorld<S extends z.ZodMiniType>(
  el: Element,
  schema: S,
  request: Request,
): Asked<z.infer<S>> {
  const text = JSON.stringify(request);
  let said = nonce === '' ? null : exchange(el, text);
  if (said === null && greet(el.ownerDocument)) said = exchange(el, text);
  if (said === null) return { status: 'none' };
  const answer = Answer.safeParse(said);
  const nonsense = { status: 'failed', words: 'The page gave an answer that makes no sense.' } as const;
  if (!answer.success) return nonsense;
  if (!answer.data.ok)
    return answer.data.none ? { status: 'none' } : { status: 'failed', words: answer.data.words };
  const value = schema.safeParse(answer.data.value);
  return value.success ? { status: 'value', value: value.data } : nonsense;
}

function exchange(el: Element, detail: string): unknown {
  let said: unknown = null;
  const hear = (event: Event) => {
    const text = (event as CustomEvent).detail;
    if (said !== null || typeof text !== 'string') return;
    event.stopImmediatePropagation();
    try {
      said = JSON.parse(text);
    } catch (error) {
      // No answer has the form of a text.
      said = String(error);
    }
  };
  el.addEventListener(answerName(nonce), hear);
  el.dispatchEvent(new CustomEvent(requestName(nonce), { detail, bubbles: true, composed: true }));
  el.removeEventListener(answerName(nonce), hear);
  return said;
}

/** Makes the page's half listen in this document: by name in our own, by its frame in another. */
function greet(doc: Document): boolean {
  if (doc === document) {
    if (nonce === '')
      nonce = [...crypto.getRandomValues(new Uint8Array(16))]
        .map((b) => b.toString(16).padStart(2, '0'))
        .join('');
    document.dispatchEvent(new CustomEvent(HELLO, { detail: nonce }));
    return true;
  }
  const frame = doc.defaultView?.frameElement;
  if (!frame) return false;
  const attached = askWorld(frame, Done, { op: 'attach' });
  return attached.status === 'value' && attached.value;
}
