/** A rectangle in the coordinates of a document's viewport, CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const EVERYWHERE: Box = { left: -1e9, top: -1e9, right: 1e9, bottom: 1e9 };
export const NOWHERE: Box = { left: 0, top: 0, right: 0, bottom: 0 };

export function intersect(a: Box, b: Box): Box {
  if (a === EVERYWHERE) return b;
  if (b === EVERYWHERE) return a;
  const box = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
  return box.right > box.left && box.bottom > box.top ? box : NOWHERE;
}

/** Smaller than this in height, and nobody reads it. */
const LEAST_HEIGHT = 3;

/** Enough of a line of text lies inside to be read: two fifths of its height, and some of its width. */
export function readableInside(line: Box, clip: Box): boolean {
  const height = line.bottom - line.top;
  if (height < LEAST_HEIGHT || line.right - line.left <= 0) return false;
  const seen = intersect(line, clip);
  if (seen === NOWHERE) return false;
  const seenHeight = seen.bottom - seen.top;
  return seenHeight >= LEAST_HEIGHT && seenHeight >= height * 0.4 && seen.right - seen.left >= 0.5;
}

/** Rounding of layout may push a glyph a pixel over the edge. */
const SLACK = 1.5;

export function fullyInside(line: Box, clip: Box): boolean {
  return (
    line.left >= clip.left - SLACK &&
    line.right <= clip.right + SLACK &&
    line.top >= clip.top - SLACK &&
    line.bottom <= clip.bottom + SLACK
  );
}

/** What can be scrolled into view in a document, or its window alone where scrolling is switched off. */
export function documentBox(doc: Document): Box {
  const view = doc.defaultView;
  const root = doc.documentElement;
  if (!view || !root) return NOWHERE;
  const body = doc.body;
  const rootStyle = view.getComputedStyle(root);
  const scroller = body && rootStyle.overflow === 'visible' ? view.getComputedStyle(body) : rootStyle;
  const width = Math.max(root.scrollWidth, body?.scrollWidth ?? 0, root.clientWidth);
  const height = Math.max(root.scrollHeight, body?.scrollHeight ?? 0, root.clientHeight);
  const left = rootStyle.direction === 'rtl' ? root.clientWidth - width - view.scrollX : -view.scrollX;
  return {
    ...(fixedAxis(scroller.overflowX) ? { left: 0, right: view.innerWidth } : { left, right: left + width }),
    ...(fixedAxis(scroller.overflowY)
      ? { top: 0, bottom: view.innerHeight }
      : { top: -view.scrollY, bottom: height - view.scrollY }),
  };
}

const fixedAxis = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';

/**
 * What an element lets through of its content: its padding box, or all that a person can scroll to inside it.
 * @param scaled something around it may draw it smaller or larger than it was laid out
 */
export function overflowBox(el: Element, style: CSSStyleDeclaration, outer: Box, scaled: boolean): Box {
  const rect = el.getBoundingClientRect();
  const html = el as HTMLElement;
  // transforms scale the rectangle, not the client sizes
  const scaleX = scaled && html.offsetWidth ? rect.width / html.offsetWidth : 1;
  const scaleY = scaled && html.offsetHeight ? rect.height / html.offsetHeight : 1;
  const left = rect.left + el.clientLeft * scaleX;
  const top = rect.top + el.clientTop * scaleY;
  const port: Box = {
    left,
    top,
    right: left + el.clientWidth * scaleX,
    bottom: top + el.clientHeight * scaleY,
  };
  const seen = intersect(port, outer);
  if (seen === NOWHERE || port.right - port.left < 3 || port.bottom - port.top < 3) return NOWHERE;
  let { left: x0, right: x1, top: y0, bottom: y1 } = seen;
  const { overflowX, overflowY } = style;
  if (overflowX === 'visible') [x0, x1] = [outer.left, outer.right];
  else if (!fixedAxis(overflowX)) {
    x0 =
      style.direction === 'rtl'
        ? port.right - (el.scrollWidth + el.scrollLeft) * scaleX
        : port.left - el.scrollLeft * scaleX;
    x1 = x0 + el.scrollWidth * scaleX;
  }
  if (overflowY === 'visible') [y0, y1] = [outer.top, outer.bottom];
  else if (!fixedAxis(overflowY)) {
    y0 = port.top - el.scrollTop * scaleY;
    y1 = y0 + el.scrollHeight * scaleY;
  }
  return { left: x0, right: x1, top: y0, bottom: y1 };
}
