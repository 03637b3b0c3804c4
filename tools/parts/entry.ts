import type { Message, Observation } from '../../core/observation';
import type { ReasonCode } from '../../core/reasons';
import { ok, type Result, refuse } from '../../core/result';
import { type Change, newMessages, type ReceiptView, type ToolSeed, type Verdict } from '../../core/tool';

/** What an entry of the thread (a task, a call) and its removal may say no with. */
export const ENTRY_ERRORS: readonly ReasonCode[] = ['bad-time', 'already-so', 'nothing-to-undo'];

/** Proved by an entry of its kind that was not there before and says what was signed. */
export function verifyEntry(
  role: Message['role'],
  words: readonly string[],
  before: Observation,
  after: Observation,
): Verdict {
  const says = (m: Message) => m.role === role && words.every((word) => m.text.includes(word));
  if (newMessages(before, after).some(says)) return 'confirmed';
  // One that says the same was there before: which of the two is ours cannot be told.
  return after.messages.some(says) ? 'unknown' : 'not-found';
}

/** The call that takes an entry away again. */
export function removalOf(
  tool: string,
  { messageKey, before }: Pick<ReceiptView<unknown>, 'messageKey' | 'before'>,
): Result<ToolSeed> {
  if (!messageKey) return refuse('nothing-to-undo', 'The entry’s own number is not known.');
  return ok({ tool, input: { messageKey, text: before[0]?.after ?? '' } });
}

/** The removal of an entry that is there. */
export function previewRemoval(
  role: Message['role'],
  field: string,
  { messageKey, text }: { messageKey: string; text: string },
  seen: Observation,
): Result<Change[]> {
  const there = seen.messages.some((m) => m.key === messageKey && m.role === role);
  if (!there) return refuse('already-so', 'It is not in the ticket any more.');
  return ok([{ field, before: text, after: null }]);
}

export function verifyRemoval(messageKey: string, after: Observation): Verdict {
  return after.messages.some((m) => m.key === messageKey) ? 'not-found' : 'confirmed';
}
