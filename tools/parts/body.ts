import { holdsBody } from '../../core/body-text';
import { findPlaceholders, isWellFormedBody } from '../../core/markup';
import type { Observation } from '../../core/observation';
import type { ReasonCode } from '../../core/reasons';
import { ok, type Result, refuse } from '../../core/result';
import { newMessages, type Verdict } from '../../core/tool';

export const MESSAGE_ERRORS: readonly ReasonCode[] = [
  'bad-text',
  'placeholder',
  'empty-text',
  'text-too-long',
  'no-composer',
  'wrong-visibility',
  'unknown-visibility',
  'editor-changed',
  'insert-not-proved',
  'nothing-to-undo',
];

/** A body that may be signed: well formed, and nothing in it that the helpdesk would fill in later. */
export function checkBody(body: string): Result<string> {
  const formed = isWellFormedBody(body);
  if (!formed.ok) return formed;
  const placeholders = findPlaceholders(body);
  return placeholders.length > 0 ? refuse('placeholder', placeholders.slice(0, 3).join(' ')) : ok(body);
}

/** A message is proved by standing in the thread, with our words and the right role; nothing else is proof. */
export function verifyMessage(
  body: string,
  role: 'agent' | 'note',
  before: Observation,
  after: Observation,
  messageKey: string | undefined,
): { verdict: Verdict; key: string | null } {
  const ours = newMessages(before, after).filter((m) => holdsBody(m.text + m.quoted, body));
  const right =
    ours.find((m) => m.role === role && (!messageKey || m.key === messageKey)) ??
    ours.find((m) => m.role === role);
  if (right) return { verdict: 'confirmed', key: right.key };
  // It stands there with another role: it happened, and not as approved. That is never "not found".
  return { verdict: ours.length > 0 ? 'unknown' : 'not-found', key: null };
}
