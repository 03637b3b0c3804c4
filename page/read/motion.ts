/** Steps of a slide follow each other faster than this. Ms. */
const STEP_MS = 60;
/** On a busy machine they don't: a part that still carries what a slide leaves behind is given so long. Ms. */
const BUSY_STEP_MS = 500;
/** What carries it when a page is met may be in the middle of a slide, or made so. Ms. */
const FIRST_MS = 150;

/** Styles by which scripts let a part of a page slide or fade. */
const SLIDES = /height|overflow|opacity/;

/** What moved in a document, until when it counts as moving (`performance.now()`), and what may have stopped midway. */
interface Motion {
  observer: MutationObserver;
  until: Map<Element, number>;
  halfOpen: Set<Element>;
}

const motions = new WeakMap<Document, Motion>();

/**
 * A part of the page is sliding or fading, by a script or a transition, or was a moment ago: what it holds may be seen
 * in half. Asked for the first time, it begins to watch the page.
 */
export function isMoving(doc: Document): boolean {
  const motion = motionOf(doc);
  note(motion, motion.observer.takeRecords());
  const now = performance.now();
  for (const [el, until] of motion.until) if (now >= until || !el.isConnected) motion.until.delete(el);
  return motion.until.size > 0 || doc.getAnimations().some(isSlide);
}

/**
 * A part of the page that holds text stopped half open and cuts some of it off: its slide stands still as long as its
 * tab is in the background, or the page left it like this.
 */
export function stoppedHalfOpen(doc: Document): boolean {
  const motion = motionOf(doc);
  note(motion, motion.observer.takeRecords());
  for (const el of motion.halfOpen) if (!el.isConnected || !isCut(el)) motion.halfOpen.delete(el);
  return [...motion.halfOpen].some((el) => el.scrollHeight > el.clientHeight + 1 && el.textContent?.trim());
}

function motionOf(doc: Document): Motion {
  const known = motions.get(doc);
  if (known) return known;
  const motion: Motion = {
    observer: new MutationObserver((records) => note(motion, records)),
    until: new Map(),
    halfOpen: new Set(),
  };
  motions.set(doc, motion);
  motion.observer.observe(doc, { subtree: true, attributeFilter: ['style'] });
  for (const el of doc.querySelectorAll('[style*="overflow"], [style*="opacity"]'))
    if (isHalfOpen(el)) keep(motion, el, FIRST_MS);
  return motion;
}

function note(motion: Motion, records: readonly MutationRecord[]): void {
  for (const { target } of records) {
    const el = target as Element;
    if (isHalfOpen(el)) keep(motion, el, BUSY_STEP_MS);
    else if (motion.until.has(el) || SLIDES.test(el.getAttribute('style') ?? ''))
      motion.until.set(el, performance.now() + STEP_MS);
  }
}

function keep(motion: Motion, el: Element, ms: number): void {
  motion.until.set(el, performance.now() + ms);
  if (isCut(el)) motion.halfOpen.add(el);
}

/** Between shut and open, or between unseen and seen, as scripts leave it from step to step. */
function isHalfOpen(el: Element): boolean {
  const opacity = (el as HTMLElement).style?.opacity;
  return isCut(el) || (Boolean(opacity) && Number(opacity) > 0 && Number(opacity) < 1);
}

/** A text area grows like this with what is typed: it is none. */
function isCut(el: Element): boolean {
  const { style, localName } = el as HTMLElement;
  if (localName === 'textarea' || !style) return false;
  return style.height !== '' && (style.overflow || style.overflowY).startsWith('hidden');
}

const isSlide = (animation: Animation): boolean =>
  animation instanceof CSSTransition &&
  animation.playState === 'running' &&
  SLIDES.test(animation.transitionProperty);
