/** Steps of a slide follow each other faster than this. Ms. */
const STEP_MS = 60;
/** On a busy machine they don't: a part that still carries what a slide leaves behind is given so long. Ms. */
const BUSY_STEP_MS = 500;
/** What carries it when a page is met may be in the middle of a slide, or made so. Ms. */
const FIRST_MS = 150;

/** Styles by which scripts let a part of a page slide or fade. */
const SLIDES = /height|overflow|opacity/;

/** What moved in a document, and until when it counts as moving; `performance.now()`. */
interface Motion {
  observer: MutationObserver;
  until: Map<Element, number>;
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
 * A part of the page that holds text stands half open and cuts some of it off: its slide stops as long as its tab is in
 * the background, or the page left it like this.
 */
export const standsHalfOpen = (doc: Document): boolean =>
  stylesOf(doc).some((el) => isCut(el) && el.scrollHeight > el.clientHeight + 1 && el.textContent?.trim());

const stylesOf = (doc: Document): Element[] => [...doc.querySelectorAll('[style*="o"]')];

function motionOf(doc: Document): Motion {
  const known = motions.get(doc);
  if (known) return known;
  const until = new Map<Element, number>();
  const motion: Motion = { observer: new MutationObserver((records) => note(motion, records)), until };
  motions.set(doc, motion);
  motion.observer.observe(doc, { subtree: true, attributeFilter: ['style'] });
  for (const el of stylesOf(doc)) if (isHalfOpen(el)) until.set(el, performance.now() + FIRST_MS);
  return motion;
}

function note({ until }: Motion, records: readonly MutationRecord[]): void {
  for (const { target } of records) {
    const el = target as Element;
    const slides = until.has(el) || SLIDES.test(el.getAttribute('style') ?? '');
    if (slides) until.set(el, performance.now() + (isHalfOpen(el) ? BUSY_STEP_MS : STEP_MS));
  }
}

/** Between shut and open, or between unseen and seen, as scripts leave it from step to step. */
function isHalfOpen(el: Element): boolean {
  const opacity = Number((el as HTMLElement).style?.opacity);
  return isCut(el) || (opacity > 0 && opacity < 1);
}

/** A text area grows like this with what is typed: it is none. */
function isCut(el: Element): boolean {
  const { style, localName } = el as HTMLElement;
  return localName !== 'textarea' && Boolean(style?.height) && style.overflowY === 'hidden';
}

const isSlide = (animation: Animation): boolean =>
  animation instanceof CSSTransition &&
  animation.playState === 'running' &&
  SLIDES.test(animation.transitionProperty);
