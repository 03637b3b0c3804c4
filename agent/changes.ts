import { conversationOf, otherRequester, requesterOf } from '../core/binding';
import type { Observation } from '../core/observation';

/**
 * What is different between two looks at one record, in words. Pure.
 * @param box whether the reply box matters: a status is the same whatever the box is turned to
 */
export function changesBetween(was: Observation, now: Observation, box: boolean): string[] {
  const words: string[] = [];
  if (was.account !== now.account) words.push('the account signed in');
  if (otherRequester(requesterOf(was), now)) words.push('the requester');
  const before = conversationOf(was);
  const after = conversationOf(now);
  // A composer on a page of its own does not show the conversation; then there is nothing to compare.
  if (was.record.type !== 'document' && before && after && before.join('\n') !== after.join('\n')) {
    words.push('the conversation');
  }
  words.push(...fieldsThatDiffer(was, now));
  if (box && was.composer.present && now.composer.present) {
    if (was.composer.visibility !== now.composer.visibility) words.push('public or internal');
    if (was.composer.recipients.join('\n') !== now.composer.recipients.join('\n'))
      words.push('the recipients');
  }
  return words;
}

function fieldsThatDiffer(was: Observation, now: Observation): string[] {
  return now.fields.flatMap((field) => {
    const before = was.fields.find((f) => f.scope === field.scope && f.name === field.name);
    return before && before.values.join('\n') !== field.values.join('\n') ? [field.label] : [];
  });
}
