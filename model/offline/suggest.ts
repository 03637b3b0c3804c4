import type { EngineRequest, Source } from '../../core/engine';
import type { Found, Library } from '../../core/library';
import { findField } from '../../core/observation';
import { noteSource, partsOf } from '../../core/site-note';
import type { Draft } from './compose';
import { subjectMatter } from './pick';
import { proposeSteps } from './propose';

export interface Suggestions {
  /** Lines `- **What to do**: why.`, three to five of them. */
  text: string;
  sources: Source[];
}

const KIND_WORDS = { macro: 'macro', article: 'article', 'past-reply': 'past reply' } as const;

/** What to do next, from the knowledge, the rules and the state of the ticket. */
export function suggest(request: EngineRequest, draft: Draft, library: Library): Suggestions {
  const { seen } = request;
  const hits = library.search(subjectMatter(seen), { language: draft.language, limit: 3 });
  const useful = hits.filter((f) => f.strong || f.telling).slice(0, 2);
  const steps = proposeSteps({ ...request, tools: OFFER_ALL }, draft, library);
  const meaning = statusHere(request);
  const lines = [
    ...meaning,
    ...reading(request),
    ...useful.map((f) => line(`${f.strong ? 'Use' : 'Look at'} this ${KIND_WORDS[f.item.kind]}`, why(f))),
    ...asking(draft),
    ...steps.slice(0, 2).map((s) => line(s.words, s.why)),
    ...fallback(request, useful),
  ];
  const sources: Source[] = useful.map(({ item }) => ({
    kind: item.kind,
    title: item.title,
    origin: `${item.origin}, ${item.updatedAt.slice(0, 10)}`,
  }));
  if (request.siteNote && meaning.length > 0) sources.push(noteSource(request.siteNote));
  return {
    text: lines.slice(0, 5).join('\n'),
    sources: sources.length > 0 ? sources : [ticketSource(request)],
  };
}

// Suggestions are words for the person, so they may name what Review would offer as cards.
const OFFER_ALL = ['set_status', 'set_priority', 'assign', 'add_tag', 'remove_tag', 'set_field'].map(
  (name) => ({
    name,
    description: '',
    schema: {},
  }),
);

// The first part ends at its colon, so it holds none itself.
const line = (what: string, reason: string): string => `- **${what.replace(/\*|:/g, '')}**: ${reason}`;

function why(found: Found): string {
  const words = found.matched.map((w) => `“${w}”`).join(', ');
  const title = `“${found.item.title}”`;
  return words === ''
    ? `${title} is the closest in your knowledge.`
    : `${title} meets what the customer says (${words}).`;
}

function ticketSource({ seen }: EngineRequest): Source {
  return { kind: 'ticket', title: 'This ticket', origin: `${seen.system} ${seen.record.id}`.trim() };
}

/** What the status of this ticket means on this site, when the person's own note says it. */
function statusHere({ seen, siteNote }: EngineRequest): string[] {
  const status = findField(seen, 'status')?.values[0]?.toLowerCase();
  const known = siteNote
    ? partsOf(siteNote.text).statuses.find((s) => s.label.toLowerCase() === status)
    : undefined;
  return known ? [line(`“${known.label}” here means`, known.meaning)] : [];
}

/** What should be read before anything is written. */
function reading({ seen }: EngineRequest): string[] {
  const out: string[] = [];
  const missing = seen.missing[0];
  if (missing)
    out.push(
      line('Load the rest of the conversation first', missing.endsWith('.') ? missing : `${missing}.`),
    );
  const notes = seen.messages.filter((m) => m.role === 'note').length;
  if (notes > 0)
    out.push(
      line(
        `Read the internal ${notes === 1 ? 'note' : `notes (${notes})`} first`,
        'A colleague left word here.',
      ),
    );
  return out;
}

function asking(draft: Draft): string[] {
  if (!draft.asks) return [];
  const question = draft.text.split('\n').find((l) => /\?\s*$/.test(l));
  return question ? [line('Ask for what is missing', question.replace(/^[- ]+/, ''))] : [];
}

/** The last lines, so that there are always three: plain next steps that hold for every ticket. */
function fallback({ seen }: EngineRequest, useful: Found[]): string[] {
  const last = seen.messages.filter((m) => m.role === 'customer' || m.role === 'agent').at(-1);
  const out = [
    last?.role === 'agent'
      ? line('Wait, or follow up', 'The last message is from your side; the customer has not answered yet.')
      : line('Write a draft', 'Switch to Draft to have a reply prepared from your knowledge.'),
  ];
  if (useful.length === 0)
    out.push(
      line('Add a macro for this case', 'Nothing in your knowledge fits yet. Import knowledge in Settings.'),
    );
  out.push(
    line('Check the requester and the recipients', 'Make sure that the reply goes to the right person.'),
  );
  out.push(
    line('Set a status when you have answered', 'So that the ticket does not wait in the wrong list.'),
  );
  return out;
}
