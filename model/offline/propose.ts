import type { EngineRequest } from '../../core/engine';
import type { KnowledgeItem } from '../../core/knowledge';
import type { KnowledgeStep, Library } from '../../core/library';
import type { Draft } from './compose';
import { meansSolved, type ResolvedStep, resolveStep } from './labels';
import { subjectMatter } from './pick';

/** At most this many cards of one answer, the reply included: more are clicked away unread. */
export const MAX_CALLS = 5;

export interface Proposed extends ResolvedStep {
  why: string;
}

/** The macro whose steps fit: the one the draft stands on, or the best strong one beside an article. */
function macroFor(request: EngineRequest, draft: Draft, library: Library): KnowledgeItem | null {
  if (draft.found?.item.kind === 'macro') return draft.found.item;
  const best = library.search(subjectMatter(request.seen), {
    kind: 'macro',
    language: draft.language,
    limit: 1,
  })[0];
  return best?.strong && best.item.language === draft.language ? best.item : null;
}

/** The macro whose label stands in the instructions, where one can be applied as a whole; the longest label wins. */
export function macroAskedFor({ instructions, tools }: EngineRequest): string | null {
  const asked = instructions.toLowerCase();
  const labels = tools.find((tool) => tool.name === 'apply_macro')?.choices ?? [];
  const named = labels.filter((label) => label.length > 3 && asked.includes(label.toLowerCase()));
  return named.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Field changes from the macro's steps, then from the rules; one per field or tag, none that is so already. */
export function proposeSteps(request: EngineRequest, draft: Draft, library: Library): Proposed[] {
  const macro = macroFor(request, draft, library);
  const wanted: { step: KnowledgeStep; why: string }[] = [
    ...(macro?.steps ?? []).map((step) => ({ step, why: `A step of your macro “${macro?.title ?? ''}”.` })),
    ...library.advice(request.seen),
  ];
  const taken = new Set<string>();
  return wanted.flatMap(({ step, why }) => {
    const resolved = resolveStep(step, request.seen, request.tools);
    // A ticket in which we still ask something is not solved.
    if (!resolved || (draft.asks && step.tool === 'set_status' && meansSolved(resolved.args.status ?? '')))
      return [];
    const key = step.tool.endsWith('_tag')
      ? resolved.words.toLowerCase()
      : `${step.tool} ${step.field ?? ''}`;
    if (taken.has(key)) return [];
    taken.add(key);
    return [{ ...resolved, why }];
  });
}
