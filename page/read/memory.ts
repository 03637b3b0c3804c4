import type { Observation } from '../../core/observation';
import { type Root, type Trees, treesOf } from './flat-tree';

/** What was read last of a document, and what has to be the same for it to hold still. */
interface Memory {
  observer: MutationObserver;
  watched: WeakSet<Node>;
  roots: readonly Root[];
  changed: boolean;
  stamp: string;
  focus: Element | null;
  place: string;
  /** The rendered text; null until the page had a moment for it. */
  text: string | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  key: unknown[];
  seen: Observation | null;
}

const memories = new WeakMap<Document, Memory>();

/**
 * The last look again, when nothing can have changed since: no mutation anywhere in the page, its shadow roots and
 * frames (also none that waits to be reported), the same rendered text, controls, style sheets, window and focus,
 * and nothing animated. Else a new look.
 */
export function unlessChanged(
  doc: Document,
  key: unknown[],
  look: (trees: Trees) => Observation,
): Observation {
  const memory = memoryOf(doc);
  note(memory, memory.observer.takeRecords());
  const focus = doc.activeElement;
  const same =
    !memory.changed &&
    memory.seen !== null &&
    focus === memory.focus &&
    key.every((part, i) => part === memory.key[i]);
  if (memory.seen && same && looksTheSame(doc, memory)) return memory.seen;
  const trees = treesOf(doc);
  memory.roots = trees.roots;
  for (const root of memory.roots) watch(memory, root);
  const seen = look(trees);
  const text = same ? textOf(doc) : null;
  const [stamp, place] = [stampOf(memory.roots), placeOf(doc)];
  Object.assign(memory, { changed: false, stamp, focus, place, text, key, seen });
  clearTimeout(memory.timer);
  if (text === null) {
    const at = performance.now();
    memory.timer = setTimeout(() => renderText(doc, memory, seen, at));
  }
  return seen;
}

/**
 * Whoever looks waits for the look; the rendered text is for the next one, so it is asked for in the task after it. Ms:
 * later than this it may be another page's, and the next look is a whole one.
 */
const SOON_MS = 20;

/** Keeps the rendered text of a look, where nothing moved since. */
function renderText(doc: Document, memory: Memory, seen: Observation, at: number): void {
  note(memory, memory.observer.takeRecords());
  const late = performance.now() - at > SOON_MS;
  if (late || memory.seen !== seen || memory.text !== null || memory.changed) return;
  if (memory.focus !== doc.activeElement || memory.place !== placeOf(doc)) return;
  if (stampOf(memory.roots) === memory.stamp) memory.text = textOf(doc);
}

const textOf = (doc: Document): string => doc.body?.innerText ?? '';

/** How large the page is and where the pointer stands: what a rule that just began to hold would show in. */
function placeOf(doc: Document): string {
  const top = doc.documentElement;
  // who works in the panel points at nothing here
  const pointed = top.matches(':hover') && doc.querySelectorAll(':hover').length;
  return [top.scrollHeight, top.scrollWidth, pointed].join();
}

function looksTheSame(doc: Document, memory: Memory): boolean {
  return (
    memory.text !== null &&
    doc.getAnimations().length === 0 &&
    stampOf(memory.roots) === memory.stamp &&
    textOf(doc) === memory.text
  );
}

function memoryOf(doc: Document): Memory {
  const known = memories.get(doc);
  if (known) return known;
  const memory: Memory = {
    observer: new MutationObserver((records) => note(memory, records)),
    watched: new WeakSet(),
    roots: [],
    changed: true,
    stamp: '',
    focus: null,
    place: '',
    text: null,
    timer: undefined,
    key: [],
    seen: null,
  };
  memories.set(doc, memory);
  return memory;
}

function note(memory: Memory, records: readonly MutationRecord[]): void {
  if (records.length > 0) memory.changed = true;
}

function watch(memory: Memory, root: Root): void {
  if (memory.watched.has(root)) return;
  memory.watched.add(root);
  memory.observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** What can change how a page looks or reads without a mutation. */
function stampOf(roots: readonly Root[]): string {
  const parts: (string | number | boolean)[] = [];
  for (const root of roots) {
    const view = root.nodeType === Node.DOCUMENT_NODE ? (root as Document).defaultView : null;
    if (view) parts.push(view.location.href, view.innerWidth, view.innerHeight, view.devicePixelRatio);
    if (view) parts.push(darkness(view).matches);
    for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets])
      parts.push(sheet.disabled, rulesIn(sheet));
    // whatever is an attribute or a child is told by a mutation
    each(root, 'input', (el) => parts.push(el.value, el.checked));
    each(root, 'textarea', (el) => parts.push(el.value));
    each(root, 'select', (el) => {
      if (el.multiple) for (const option of el.selectedOptions) parts.push(option.index);
      parts.push(el.selectedIndex);
    });
  }
  return parts.join('\u0000');
}

/** By number in the list that the browser keeps: several times faster than having one made. A shadow root keeps none. */
function each<K extends 'input' | 'textarea' | 'select'>(
  root: Root,
  name: K,
  look: (el: HTMLElementTagNameMap[K]) => void,
): void {
  const list = (root as Document).getElementsByTagName?.(name) ?? root.querySelectorAll(name);
  for (let i = 0; i < list.length; i += 1) look(list[i] as HTMLElementTagNameMap[K]);
}

const dark = new WeakMap<Window, MediaQueryList>();

/** Asked once of a window: it goes on telling. */
function darkness(view: Window): MediaQueryList {
  const known = dark.get(view) ?? view.matchMedia('(prefers-color-scheme: dark)');
  dark.set(view, known);
  return known;
}

function rulesIn(sheet: CSSStyleSheet): number {
  try {
    return sheet.cssRules.length;
  } catch (refused) {
    // a sheet of another origin: the browser says no by throwing
    if (refused instanceof DOMException) return -1;
    throw refused;
  }
}
