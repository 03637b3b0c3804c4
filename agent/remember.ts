import type { Observation } from '../core/observation';
import { sameRecord } from '../core/record';

/**
 * A composer on a page of its own shows neither the conversation nor whose record it is. What was seen of the same
 * record a page before still holds for reading; what is compared before an act is looked at anew.
 */
export function remembered(before: Observation | null, seen: Observation): Observation {
  if (seen.showsConversation || !before || !sameRecord(before.record, seen.record)) return seen;
  return {
    ...seen,
    requester: seen.requester ?? before.requester,
    messages: seen.messages.length > 0 ? seen.messages : before.messages,
  };
}
