import { digest } from '../../core/digest';
import type { Block } from '../../core/markup';
import { ok, type Result, refuse } from '../../core/result';
import type { Abilities } from '../world/adapter';
import { endOfLines } from './dom-lines';
import { aMoment, type EditorFamily, type EditorRead, type Way } from './family';
import type { Inserted } from './insert';
import { plainer } from './plainer';
import { linesAbove, type Proof, prove, wordsOf } from './proof';
import { putSelection, takeBack } from './put-back';
import { writePoint } from './restore-point';
import { collapseTo, saveSelection } from './selection';
import { pairedSource } from './source';

/** What came of writing in one way. */
interface Tried {
  /** Nothing more can be tried. */
  end?: Result<Inserted>;
  /** The words stood there without this markup. */
  lost?: Partial<Abilities>;
  /** The editor writes in a way of its own: it marks its blocks for itself, or has a model beside its document. */
  own?: boolean;
}

const stuck: Tried = {
  end: refuse('not-proved', 'Please look at the box: it is not exactly as it was.'),
};

/**
 * Milliseconds between looks: an editor that works through its framework answers after a task or two. Only the first
 * where the editor did not take it on.
 */
const LOOKS = [0, 4, 8, 16, 32, 64, 120];
/** From the look that first shows the words to the one that proves them. Ms. */
const MOMENT_MS = 12;
/** By then the page has drawn what its editor's change brings at once: buttons that light up, a caret told of. Ms. */
const DRAWN_MS = 5;

/**
 * For an editor as it is now: a function that writes the blocks in one way and proves them. What it could not prove it
 * has taken back.
 */
export function attempts(
  el: HTMLElement,
  family: EditorFamily,
  body: Block[],
  meanwhile: () => unknown,
): (way: Way, can: Abilities) => Promise<Tried> {
  const before = family.read(el);
  const selection = saveSelection(el);
  const source = pairedSource(el, before, family.unmanaged);

  /** Looks until the words stand there, and once more a moment later: some editors put back what they did not do. */
  async function look(blocks: Block[], brief: boolean): Promise<{ after: EditorRead; proof: Proof }> {
    let since = 0;
    const now = () => {
      since = performance.now();
      const after = family.read(el);
      return { after, proof: prove(before, after, blocks) };
    };
    let seen = now();
    for (const pause of brief ? [0] : LOOKS) {
      if (seen.proof.words) break;
      await aMoment(pause);
      seen = now();
    }
    if (!seen.proof.words) return seen;
    // Counted from when that look began: reading a large editor takes some of the moment itself.
    const until = (ms: number) => aMoment(Math.ceil(since + ms - performance.now()));
    await until(DRAWN_MS);
    meanwhile();
    await until(MOMENT_MS);
    return now();
  }

  return async (way, can) => {
    const blocks = plainer(body, can);
    let taken: string | null = null;
    try {
      taken = await way.insert(el, blocks);
    } catch (error) {
      // An editor that does not do as asked says so by throwing; what it did until then is looked at below.
      if (!(error instanceof Error)) throw error;
    }
    const { after, proof } = await look(blocks, taken === null);
    // Taken out of the page meanwhile: what it holds is nobody's any more.
    if (!el.isConnected) return stuck;
    if (taken !== null && proof.words && Object.keys(proof.lost).length === 0) {
      const lines = linesAbove(before, after);
      if (await source.follows(lines)) {
        if (way.name !== 'world' && !family.plain) caretAfter(el, lines);
        const restore = writePoint({
          family: family.name,
          way: way.name,
          taken,
          lines,
          before,
          after: { digest: digest(after.model), words: wordsOf(after.lines) },
          selection,
        });
        return {
          end: ok({ restore, before: before.lines.join('\n'), after: after.lines.join('\n') }),
        };
      }
    }
    let own = after.model !== before.model && marksAll(el);
    // Nobody took it on and nothing came of it: there is nothing to take back, nor to wait for once more.
    if (taken === null && after.model === before.model) putSelection(el, family, before, selection);
    else {
      const back = await takeBack(el, family, way, before, selection, taken);
      if (back === null) return stuck;
      own ||= back.own;
    }
    return proof.words ? { lost: proof.lost, own } : { own };
  };
}

/** Every block says more of itself than its kind, for its editor to read: one that does not would be foreign to it. */
const marksAll = (el: HTMLElement): boolean => {
  const blocks = [...el.children] as HTMLElement[];
  return blocks.length > 0 && blocks.every((block) => Object.keys(block.dataset).length);
};

/** Typing goes on where our text ends, not in the empty paragraph that kept it apart. */
function caretAfter(el: HTMLElement, lines: string[]): void {
  const end = endOfLines(el, lines);
  if (end) collapseTo(el, end.node, end.offset);
}
