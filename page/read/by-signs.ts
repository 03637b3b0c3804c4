import type { Observation } from '../../core/observation';
import type { RecordPage } from '../../core/site';

/**
 * Products change their pages without notice. Where one of a site's own probes finds nothing, general signs fill that
 * part, if they see the same record; it is said which parts those are.
 * @param looser what general signs say of the page, asked only when it is needed
 */
export function fillGaps(
  seen: Observation,
  page: RecordPage,
  siteName: string,
  looser: () => Observation,
): Observation {
  const noTalk = page.messages !== undefined && seen.messages.length === 0;
  const noRequester = page.requester !== undefined && seen.requester === null;
  const noBox = page.composer?.otherwiseAny === true && !seen.composer.present && !seen.composer.openable;
  const { composer } = seen;
  const noSign =
    page.composer?.otherwiseAny === true && composer.present && composer.visibility === 'unknown';
  if (!(noSign || noTalk || noRequester || noBox)) return seen;
  const found = looser();
  const same = found.record.type === seen.record.type && found.record.id === seen.record.id;
  const parts: string[] = [];
  const filled: Partial<Observation> = {};
  if (noTalk && same && found.showsConversation) {
    Object.assign(filled, { messages: found.messages, hiddenCount: found.hiddenCount });
    parts.push('the conversation');
  }
  if (noRequester && same && found.requester) {
    filled.requester = found.requester;
    parts.push('the requester');
  }
  if (noBox && found.composer.present) {
    filled.composer = found.composer;
    parts.push('the reply box');
  }
  // the same box, of which the site's own signs say nothing at all
  const silent = noSign && seen.notes.some((note) => note.startsWith('The page does not say'));
  if (silent && found.composer.text === composer.text && found.composer.visibility !== 'unknown') {
    filled.composer = { ...composer, visibility: found.composer.visibility };
    parts.push('who would read the message');
  }
  if (noTalk && !filled.messages) filled.showsConversation = false;
  if (parts.length === 0) return { ...seen, ...filled };
  const note = `${siteName} has changed its page: found by general signs were ${parts.join(' and ')}.`;
  return { ...seen, ...filled, notes: [...seen.notes, note] };
}
