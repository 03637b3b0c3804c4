import type { Observation } from '../core/observation';
import { partsOf } from '../core/site-note';
import type { AnyEffectTool } from '../core/tool';
import type { Channel } from '../core/words';
import { hostsIn } from '../policy/links';
import { neverWriteWords, warningsFor } from '../policy/warnings';
import { newRecipients, recipientsOf } from './card';
import type { AgentDeps } from './deps';

/** Phrases that the person's own note for this host says are never written. */
export async function neverWrittenOn(deps: AgentDeps, host: string): Promise<string[]> {
  const note = await deps.siteNote(host);
  return note ? partsOf(note.text).neverWrite : [];
}

/** What a person should look at before this text leaves, in words; none where a tool writes no text. */
export async function warningsOf(
  deps: AgentDeps,
  tool: AnyEffectTool,
  input: Record<string, unknown>,
  { seen, channel, neverWrite }: { seen: Observation; channel: Channel; neverWrite: string[] },
): Promise<string[]> {
  if (typeof input.body !== 'string' || (tool.makes !== 'agent' && tool.name !== 'insert_draft')) return [];
  // what only stands in the box is looked at once more before it is sent
  if (tool.makes !== 'agent') return neverWriteWords(input.body, neverWrite);
  const thread = seen.messages.map((m) => `${m.text}\n${m.quoted}`).join('\n');
  const knownHosts = new Set([
    ...hostsIn(thread),
    ...(await deps.knownHosts()),
    seen.record.host.split(':')[0] ?? '',
  ]);
  const warnings = warningsFor({ body: input.body, messages: seen.messages, knownHosts, neverWrite });
  const recipients = recipientsOf(seen, { channel });
  const extra = newRecipients(seen, recipients);
  if (extra.length > 0) warnings.push(`It also goes to ${extra.join(', ')}.`);
  const inBox = newRecipients(seen, seen.composer.recipients).filter((r) => !recipients.includes(r));
  if (inBox.length > 0)
    warnings.push(
      `The reply box also names ${inBox.join(', ')}; this reply goes to ${recipients.join(', ')} only.`,
    );
  return warnings;
}
