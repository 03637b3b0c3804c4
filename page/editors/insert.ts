import { digest } from '../../core/digest';
import { type Block, findPlaceholders, isWellFormedBody, parseMarkup } from '../../core/markup';
import { ok, type Result, refuse } from '../../core/result';
import type { Abilities } from '../world/adapter';
import { endOfLines } from './dom-lines';
import { aMoment, type EditorFamily, type EditorRead, type Way } from './family';
import { type FoundEditor, isEnabled, isOneOfMany, isShown } from './find';
import { plainer } from './plainer';
import { linesAbove, prove, wordsOf } from './proof';
import { putSelection, takeBack } from './put-back';
import { meet } from './read';
import { writePoint } from './restore-point';
import { collapseTo, saveSelection } from './selection';
import { pairedSource } from './source';

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
  const act = new Attempt(el, family, parseMarkup(body.value), meanwhile);
  const tries = family.ways.flatMap((way) => {
    const can = way.abilities(el);
    return can === null ? [] : [{ way, can }];
  });
  for (const { way, can } of tries) {
    const tried = await act.by(way, can);
    if (tried.end) return tried.end;
    // The words arrive, but some markup does not: said in words, where no other way brings all of it.
    const lost = Object.keys(tried.lost ?? {}) as (keyof Abilities)[];
    if (lost.some((mark) => can[mark])) tries.push({ way, can: { ...can, ...tried.lost } });
  }
  return refuse('insert-not-proved');
}

/** `end`: nothing more can be tried. `lost`: the words stood there without this markup. */
interface Tried {
  end?: Result<Inserted>;
  lost?: Partial<Abilities>;
}

const stuck: Tried = {
  end: refuse('not-proved', 'Please look at the box: it is not exactly as it was.'),
};

/** Milliseconds between looks: an editor that works through its framework answers after a task or two. */
const LOOKS = [0, 4, 8, 16, 32, 64, 120];
/** The same where the editor did not take it on. */
const BRIEF_LOOKS = [0];
/** From the look that first shows the words to the one that proves them. Ms. */
const MOMENT_MS = 12;
/** By then the page has drawn what its editor's change brings at once: buttons that light up, a caret told of. Ms. */
const DRAWN_MS = 5;

class Attempt {
  private readonly before: EditorRead;
  private readonly selection;
  private readonly source;

  constructor(
    private readonly el: HTMLElement,
    private readonly family: EditorFamily,
    private readonly blocks: Block[],
    private readonly meanwhile: () => unknown,
  ) {
    this.before = family.read(el);
    this.selection = saveSelection(el);
    this.source = pairedSource(el, this.before, family.unmanaged);
  }

  async by(way: Way, can: Abilities): Promise<Tried> {
    const { el, family, before } = this;
    const blocks = plainer(this.blocks, can);
    let taken: string | null = null;
    try {
      taken = await way.insert(el, blocks);
    } catch (error) {
      // An editor that does not do as asked says so by throwing; what it did until then is looked at below.
      if (!(error instanceof Error)) throw error;
    }
    const seen = await this.look(blocks, taken === null);
    // Taken out of the page meanwhile: what it holds is nobody's any more.
    if (!el.isConnected) return stuck;
    if (taken !== null && seen.proof.words && Object.keys(seen.proof.lost).length === 0) {
      const lines = linesAbove(before, seen.after);
      if (await this.source.follows(lines)) {
        if (way.name !== 'world' && !family.plain) caretAfter(el, lines);
        const after = { digest: digest(seen.after.model), words: wordsOf(seen.after.lines) };
        const restore = writePoint({
          family: family.name,
          way: way.name,
          taken,
          lines,
          before,
          after,
          selection: this.selection,
        });
        return {
          end: ok({ restore, before: before.lines.join('\n'), after: seen.after.lines.join('\n') }),
        };
      }
    }
    // Nobody took it on and nothing came of it: there is nothing to take back, nor to wait for once more.
    if (taken === null && seen.after.model === before.model) putSelection(el, family, before, this.selection);
    else if (!(await takeBack(el, family, way, before, this.selection, taken))) return stuck;
    return seen.proof.words ? { lost: seen.proof.lost } : {};
  }

  /** Looks until the words stand there, and once more a moment later: some editors put back what they did not do. */
  private async look(blocks: Block[], brief: boolean) {
    let since = performance.now();
    let after = this.family.read(this.el);
    let proof = prove(this.before, after, blocks);
    for (const pause of brief ? BRIEF_LOOKS : LOOKS) {
      if (proof.words) break;
      await aMoment(pause);
      since = performance.now();
      after = this.family.read(this.el);
      proof = prove(this.before, after, blocks);
    }
    if (!proof.words) return { after, proof };
    // Counted from when that look began: reading a large editor takes some of the moment itself.
    const until = (ms: number) => aMoment(Math.max(0, Math.ceil(since + ms - performance.now())));
    await until(DRAWN_MS);
    this.meanwhile();
    await until(MOMENT_MS);
    after = this.family.read(this.el);
    return { after, proof: prove(this.before, after, blocks) };
  }
}

/** Typing goes on where our text ends, not in the empty paragraph that kept it apart. */
function caretAfter(el: HTMLElement, lines: string[]): void {
  const end = endOfLines(el, lines);
  if (end) collapseTo(el, end.node, end.offset);
}
