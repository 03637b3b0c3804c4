import type { Macro } from '../core/macro';
import type { Known } from '../core/tool';
import type { AgentDeps } from './deps';
import type { Desk } from './look';

/** What tools may be made of here: macros of the helpdesk and of the person, and the person's articles. */
export async function knownFor(deps: AgentDeps, desk: Desk): Promise<Known> {
  const [macros, articles] = await Promise.all([macrosFor(deps, desk), deps.articles()]);
  return { macros, articles };
}

/** The macros that there are for this record: the helpdesk's own where it can be asked, then the person's. */
async function macrosFor(deps: AgentDeps, { page, seen, sessionAllowed }: Desk): Promise<Macro[]> {
  if (seen.record.type !== 'ticket') return [];
  const own = await deps.macros(seen);
  if (!sessionAllowed) return own;
  const answer = await deps.pages.ask(page, { type: 'macros', sessionAllowed });
  // A helpdesk that does not say its macros has none for us; the person's own are there all the same.
  const theirs = answer.ok && answer.value.type === 'macros' ? answer.value.macros : [];
  return [...theirs, ...own.filter((one) => !theirs.some((other) => other.label === one.label))];
}
