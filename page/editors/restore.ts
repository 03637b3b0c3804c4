import { digest } from '../../core/digest';
import { ok, type Result, refuse } from '../../core/result';
import { aMoment, type EditorFamily, type EditorRead, type Way } from './family';
import { type FoundEditor, isEnabled } from './find';
import { putValue } from './native';
import { putsOf, undoInput } from './paste-way';
import { sameWords, wordsOf } from './proof';
import { isAgain, putSelection } from './put-back';
import { meet } from './read';
import { type RestorePoint, readPoint } from './restore-point';
import { pairedSource } from './source';

export interface Restored {
  before: string;
  after: string;
  /** The model is exactly what it was before the insert; false when the person wrote since and that was kept. */
  exact: boolean;
}

/**
 * Takes an insert back. If nothing was written since: model, HTML and selection as they were. If the person wrote
 * since: only our lines go, wherever they stand; where those are no longer whole, `editor-changed` and no change.
 */
export async function restoreDraft(found: FoundEditor, restore: string): Promise<Result<Restored>> {
  const point = readPoint(restore);
  const { el, family } = found;
  const way = family.ways.find((w) => w.name === point?.way);
  if (point === null || point.family !== family.name || !way) return refuse('editor-changed');
  if (!isEnabled(el)) return refuse('no-composer');
  await meet(el, family);
  const now = family.read(el);
  if (now.model === point.before.model) return ok(report(now, now, true));
  const untouched = digest(now.model) === point.after.digest;
  return untouched ? takeAllBack(el, family, way, point, now) : takeOurs(el, family, way, point, now);
}

/** Our lines stand in the editor whole. */
export function standsIn({ el, family }: FoundEditor, restore: string): boolean {
  const point = readPoint(restore);
  return point !== null && leftOf(wordsOf(family.read(el).lines), wordsOf(point.lines)) !== null;
}

const report = (was: EditorRead, is: EditorRead, exact: boolean): Restored => ({
  before: was.lines.join('\n'),
  after: is.lines.join('\n'),
  exact,
});

async function takeAllBack(
  el: HTMLElement,
  family: EditorFamily,
  way: Way,
  point: RestorePoint,
  now: EditorRead,
) {
  const before = { ...now, ...point.before };
  const source = pairedSource(el, now);
  await way.takeOut(el, point.lines, point.taken, true);
  let exact = await isAgain(el, family, before);
  // Nothing was written since, so nothing of the person's can be lost.
  const puts = family.plain ? [putValue] : family.unmanaged ? putsOf(before) : [];
  for (const put of puts) {
    if (exact) break;
    await put(el, before.html);
    exact = await isAgain(el, family, before);
  }
  if (!exact && (await way.takeOut(el, point.lines, point.taken, false))) {
    // An editor that was asked to delete draws late, and the caret with it.
    await aMoment(120);
    exact = await isAgain(el, family, before);
  }
  const then = family.read(el);
  if (!exact && !sameWords(wordsOf(then.lines), wordsOf(point.before.lines))) {
    return refuse('editor-changed', 'The box did not give the text back.');
  }
  putSelection(el, family, point.before, point.selection);
  await aMoment();
  if (!(await source.equals(point.before.lines))) return refuse('not-proved');
  return ok(report(now, family.read(el), exact));
}

async function takeOurs(
  el: HTMLElement,
  family: EditorFamily,
  way: Way,
  point: RestorePoint,
  now: EditorRead,
) {
  const source = pairedSource(el, now);
  if (!(await way.takeOut(el, point.lines, point.taken, false))) return refuse('editor-changed');
  const left = leftOf(wordsOf(now.lines), wordsOf(point.lines));
  for (const pause of [0, 4, 16, 40]) {
    await aMoment(pause);
    const then = family.read(el);
    if (left === null || !sameLetters(wordsOf(then.lines), left)) continue;
    return (await source.equals(then.lines)) ? ok(report(now, then, false)) : refuse('not-proved');
  }
  // What was cut and should not have been comes back.
  undoInput(el);
  if (family.read(el).model !== now.model) {
    if (family.plain) putValue(el, now.model);
    else if (family.unmanaged) await putsOf(now)[0]?.(el, now.html);
  }
  return refuse('editor-changed', 'The box did not give the text back.');
}

/** The letters that must be left once ours are gone; line breaks may close up around them. */
function leftOf(now: string[], ours: string[]): string | null {
  const all = now.join('\n');
  const mine = ours.join('\n');
  const at = all.indexOf(mine);
  return at < 0 ? null : letters(all.slice(0, at) + all.slice(at + mine.length));
}

const letters = (text: string) => text.replace(/\s+/g, '');
const sameLetters = (lines: string[], left: string) => letters(lines.join('')) === left;
