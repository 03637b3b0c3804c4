import { findSeen } from './find';
import { frameDocument, isFrame } from './flat-tree';
import type { Sight } from './visible-text';

/** Boxes smaller than this are for searches, titles and tags. */
const LEAST_WIDTH = 180;
const LEAST_HEIGHT = 36;

const EDITABLES =
  'textarea, [contenteditable="true"], [contenteditable=""], [contenteditable="plaintext-only"], [role="textbox"][contenteditable]';

/** The first editable on the page, in reading order, that is big enough for a reply; also inside an editor's frame. */
export function genericComposer(sight: Sight): Element | null {
  const boxes = [...findSeen(sight, EDITABLES), ...editorFrames(sight)].filter(
    (el) => bigEnough(el) && !isOff(el),
  );
  return boxes.find((el) => !boxes.some((other) => other !== el && other.contains(el))) ?? null;
}

function editorFrames(sight: Sight): Element[] {
  return findSeen(sight, 'iframe').filter((frame) => {
    const doc = isFrame(frame) ? frameDocument(frame) : null;
    return doc?.body?.isContentEditable || doc?.designMode === 'on';
  });
}

function bigEnough(el: Element): boolean {
  const box = el.getBoundingClientRect();
  return box.width >= LEAST_WIDTH && box.height >= LEAST_HEIGHT;
}

const isOff = (el: Element): boolean =>
  el.matches(':disabled, [readonly], [aria-readonly="true"], [aria-disabled="true"]');
