import type { Composer } from '../../core/observation';
import type { ComposerDescriptor, OpenComposer, VisibilitySignal } from '../../core/site';
import type { Visibility } from '../../core/words';
import { distrust, findOwn, findSeen, firstSeen } from './find';
import { frameDocument, isFrame } from './flat-tree';
import { oneLine } from './one-line';
import { readProbe, shownValue } from './probe';
import type { Sight } from './visible-text';

export const NO_COMPOSER: Composer = {
  present: false,
  openable: false,
  visibility: 'unknown',
  recipients: [],
  text: '',
};

/** The reply box as the page shows it now, and why its visibility is not known where it is not. */
export function readComposer(
  sight: Sight,
  where: ComposerDescriptor,
): { composer: Composer; notes: string[] } {
  const box = composerBox(sight, where.editor);
  const openable = canOpen(sight, where.open.public) || canOpen(sight, where.open.internal);
  if (!box) return { composer: { ...NO_COMPOSER, openable }, notes: [] };
  distrust(sight, [box]);
  const told = tellVisibility(sight, where.visibility);
  return {
    composer: {
      present: true,
      openable,
      visibility: told.visibility,
      recipients: recipientsOf(sight, where),
      text: textIn(sight, box),
    },
    notes: told.note ? [told.note] : [],
  };
}

/** The first editable, in order of preference, that a person can see. */
export function composerBox(sight: Sight, selectors: readonly string[]): Element | null {
  for (const selector of selectors) {
    const box = firstSeen(sight, selector);
    if (box) return box;
  }
  return null;
}

/** Two signs at least must agree and none may speak against them; otherwise nobody knows who would read it. */
function tellVisibility(
  sight: Sight,
  signals: readonly VisibilitySignal[],
): { visibility: Visibility; note: string | null } {
  const votes = signals.map((signal) => vote(sight, signal)).filter((v) => v !== 'unknown');
  const [first] = votes;
  if (first === undefined) {
    return {
      visibility: 'unknown',
      note: 'The page does not say whether the reply box is public or internal.',
    };
  }
  if (votes.some((v) => v !== first)) {
    return {
      visibility: 'unknown',
      note: 'The page gives mixed signs of whether the reply box is public or internal.',
    };
  }
  if (votes.length < 2) {
    return {
      visibility: 'unknown',
      note: `Only one sign says that the reply box is ${first}; two are needed to be sure.`,
    };
  }
  return { visibility: first, note: null };
}

function vote(sight: Sight, signal: VisibilitySignal): Visibility {
  if (signal.address) return judged(signal, sight.doc.location.hash);
  const all = findOwn(sight, signal.selector);
  const el = all.find((e) => sight.sees(e)) ?? all.find((e) => signal.attribute || isHiddenInput(e));
  if (!el) return 'unknown';
  const said = signal.attribute ? el.getAttribute(signal.attribute) : formValue(sight, el);
  return said === null ? 'unknown' : judged(signal, said);
}

function judged(signal: VisibilitySignal, said: string): Visibility {
  const isPublic = signal.public.test(said);
  const isInternal = signal.internal.test(said);
  if (isPublic === isInternal) return 'unknown';
  return isPublic ? 'public' : 'internal';
}

const isHiddenInput = (el: Element): boolean =>
  el.localName === 'input' && (el as HTMLInputElement).type === 'hidden';

/** The value that a form would send, else the visible text. */
function formValue(sight: Sight, el: Element): string {
  if (el.localName === 'select' || el.localName === 'textarea') return (el as HTMLSelectElement).value;
  if (el.localName !== 'input') return sight.text(el, { whole: true });
  const input = el as HTMLInputElement;
  if (input.type === 'checkbox') return input.checked ? input.value : '';
  if (input.type === 'radio') return input.checked ? input.value : '';
  return input.value;
}

/** The text in the box: a control's value, or what is visible in an editable or in the editor's frame. */
export function textIn(sight: Sight, box: Element): string {
  if (isFrame(box)) {
    const body = frameDocument(box)?.body;
    return body ? sight.text(body) : '';
  }
  return box.localName === 'textarea' || box.localName === 'input' ? shownValue(sight, box) : sight.text(box);
}

const ADDRESS = /[^\s<>()"',;:]+@[^\s<>()"',;:]+/g;

function recipientsOf(sight: Sight, where: ComposerDescriptor): string[] {
  const found = new Set<string>();
  for (const probe of where.recipients) {
    for (const text of readProbe(sight, probe)) {
      const addresses = text.match(ADDRESS);
      for (const one of addresses ?? [oneLine(text)]) found.add(one);
    }
  }
  return [...found];
}

function canOpen(sight: Sight, open: OpenComposer): boolean {
  return open.by === 'load' || findSeen(sight, open.selector).length > 0;
}
