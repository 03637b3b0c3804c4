import { findPlaceholders, isWellFormedBody, parseMarkup } from '../../core/markup';
import { type Result, refuse } from '../../core/result';
import type { Abilities } from '../world/adapter';
import { attempts } from './attempt';
import { type FoundEditor, isEnabled, isOneOfMany, isShown } from './find';
import { meet } from './read';

export interface Inserted {
  /** What `restoreDraft` needs, as JSON text. */
  restore: string;
  /** The box before and after, as a person reads it. */
  before: string;
  after: string;
}

/**
 * Puts the text above everything that stands in the editor, and proves it by the editor's own model. What cannot
 * be proved is taken back and refused as `insert-not-proved`; as `not-proved` where it could not be taken back. Sends
 * no key events, and nothing at all.
 * `meanwhile` is called while the moment passes after which the proof is read once more.
 * Refuses a body that `isWellFormedBody` refuses or that holds a placeholder, and a box nobody could type into.
 */
export async function insertAbove(
  found: FoundEditor,
  markup: string,
  meanwhile: () => unknown = () => undefined,
): Promise<Result<Inserted>> {
  const body = isWellFormedBody(markup);
  if (!body.ok) return body;
  const [placeholder] = findPlaceholders(body.value);
  if (placeholder !== undefined) return refuse('placeholder', placeholder.slice(0, 80));
  const { el, family } = found;
  if (!isEnabled(el) || !isShown(el, family)) return refuse('no-composer');
  if (isOneOfMany(el)) return refuse('insert-not-proved');
  await meet(el, family);
  const attempt = attempts(el, family, parseMarkup(body.value), meanwhile);
  const tries = family.ways.flatMap((way) => {
    const can = way.abilities(el);
    return can === null ? [] : [{ way, can }];
  });
  let own = false;
  for (const { way, can } of tries) {
    // Behind the back of an editor that writes in its own way nothing can be proved.
    if (way.name.startsWith(own ? 'command' : 'own')) continue;
    const tried = await attempt(way, can);
    own ||= tried.own === true && way.name.startsWith('paste');
    if (tried.end) return tried.end;
    // The words arrive, but some markup does not: said in words, where no other way brings all of it.
    const lost = Object.keys(tried.lost ?? {}) as (keyof Abilities)[];
    if (lost.some((mark) => can[mark])) tries.push({ way, can: { ...can, ...tried.lost } });
  }
  return refuse('insert-not-proved');
}
