import type { Message, Observation } from '../../core/observation';
import { shorten } from '../../core/text';

const WHO: Partial<Record<Message['role'], string>> = {
  customer: 'Customer',
  agent: 'Agent',
  note: 'Internal note',
  task: 'Task',
  call: 'Call',
};
const MOST = 8;

/** The first sentence of each of the newest messages. No language model is asked, and it says so. */
export function extract(seen: Observation): string {
  const said = seen.messages.filter((m) => m.text.trim() !== '');
  const kept = said.slice(-MOST);
  const left = said.length - kept.length;
  const lines = kept.map(
    (m) => `- ${WHO[m.role] ?? 'Somebody'} ${m.author}: ${shorten(firstSentence(m.text), 160)}`,
  );
  const older = left > 0 ? [`(${left} older ${left === 1 ? 'message is' : 'messages are'} left out.)`] : [];
  return ['An extract, and no summary: no language model is in use.', ...older, ...lines].join('\n');
}

/** Greetings say nothing. */
function firstSentence(text: string): string {
  const sentences = text
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((s) => s.trim())
    .filter(Boolean);
  return sentences.find((s) => s.split(/\s+/).length > 3) ?? sentences[0] ?? '';
}
