import type { Block } from '../../core/markup';
import { defineAdapter, type Foreign } from './adapter';
import { placeIn, type Run, runsOf } from './lines';
import { doorOf, joined, paragraphOf, parted } from './prosemirror-door';
import { type Kinds, kindsOf } from './prosemirror-schema';

/** Views met once stay known: plain ProseMirror hangs none on its element. */
const views = new WeakMap<HTMLElement, Foreign>();
const asked = new WeakSet<HTMLElement>();

/**
 * ProseMirror and what is built on it. The element carries the description of the document; the view is handed
 * to that description on every redraw, so a redraw of one unchanged node (see `wake`) is enough to meet it.
 */
export const prosemirror = defineAdapter<{ doc: () => Foreign; view: Foreign }>({
  find(el) {
    const desc = (el as Foreign).pmViewDesc;
    if (!desc?.node?.type?.schema) return null;
    const known = (el as Foreign).editor?.view ?? views.get(el);
    if (known?.dom === el && typeof known.dispatch === 'function') {
      return { doc: () => known.state.doc, view: known };
    }
    if (!asked.has(el)) wake(el, desc);
    return { doc: () => (el as Foreign).pmViewDesc.node, view: null };
  },
  abilities({ doc, view }) {
    if (!view) throw new Error('view not met yet');
    const kinds = kindsOf(doc().type.schema);
    const list = Boolean(kinds.bullet?.isTextblock || (kinds.bullet && kinds.ordered && kinds.item));
    return { strong: Boolean(kinds.strong), em: Boolean(kinds.em), link: Boolean(kinds.link), list };
  },
  read(handle) {
    const doc = handle.doc();
    const links: string[] = [];
    const count = { items: 0, strong: 0, em: 0 };
    const kinds = kindsOf(doc.type.schema);
    doc.descendants((node: Foreign) => {
      if (node.type === kinds.item || isItemByItself(kinds, node)) count.items += 1;
      for (const mark of node.marks ?? []) {
        const href = mark.type === kinds.link && (mark.attrs.href ?? mark.attrs.linkUrl);
        if (typeof href === 'string') links.push(href);
        if (mark.type === kinds.strong) count.strong += 1;
        if (mark.type === kinds.em) count.em += 1;
      }
    });
    return {
      lines: linesOf(doc).map((l) => l.text),
      links,
      ...count,
      model: JSON.stringify(doc.toJSON()),
      selection: handle.view ? JSON.stringify(handle.view.state.selection.toJSON()) : '',
    };
  },
  insert({ view }, blocks) {
    const { state } = view;
    const { at, holder, wrap } = doorOf(state.doc);
    const nodes = nodesOf(state.schema, blocks).map(wrap);
    const size = nodes.reduce((sum, n) => sum + n.nodeSize, 0);
    const empty = isEmpty(holder);
    const tr = empty
      ? state.tr.replaceWith(at, at + holder.content.size, nodes)
      : joined(state, nodes, at, holder);
    tr.doc.check();
    // Just before the closing tokens of our last node, or of the paragraph in its last item.
    const near = tr.doc.resolve(at + size);
    const selection = baseOf(state.selection).findFrom(near, -1, true);
    if (selection) tr.setSelection(selection);
    view.dispatch(closing(tr).scrollIntoView());
    view.dispatch(closing(view.state.tr));
    return JSON.stringify({ empty: empty ? holder.toJSON() : null });
  },
  takeOut({ view }, ours, taken) {
    const { state } = view;
    const lines = linesOf(state.doc);
    const place = placeIn(lines, ours);
    const first = place && lines[place.first];
    const last = place && lines[place.last];
    if (!place || !first || !last) return false;
    let from = first.from + place.prefix;
    let to = last.to - place.suffix;
    const { at, holder, depth } = doorOf(state.doc);
    const $from = state.doc.resolve(from);
    const $to = state.doc.resolve(to);
    if (from === deepStart(state.doc, $from, depth) && to === deepEnd(state.doc, $to, depth)) {
      from = $from.before(depth);
      to = $to.after(depth);
    }
    const was = (JSON.parse(taken) as { empty: Foreign }).empty;
    const tr =
      from === at && to === at + holder.content.size
        ? state.tr.replaceWith(at, to, was ? state.schema.nodeFromJSON(was).content : defaultBlock(holder))
        : parted(state, from, to);
    tr.doc.check();
    view.dispatch(closing(tr));
    view.dispatch(closing(view.state.tr));
    return true;
  },
  select({ view }, selection) {
    const base = baseOf(view.state.selection);
    view.dispatch(view.state.tr.setSelection(base.fromJSON(view.state.doc, JSON.parse(selection))));
  },
});

/** Makes the view redraw its first node with nothing changed, and listens who asks for it. */
function wake(el: HTMLElement, desc: Foreign): void {
  const child = el.firstElementChild;
  if (!child) return;
  asked.add(el);
  const own = Object.hasOwn(desc, 'update');
  const update = desc.update;
  if (own || typeof update !== 'function') return;
  desc.update = function (this: Foreign, ...args: Foreign[]) {
    delete desc.update;
    if (args[3]?.dom === el) views.set(el, args[3]);
    return update.apply(this, args);
  };
  const name = 'data-wake';
  child.setAttribute(name, '');
  child.removeAttribute(name);
  // If nothing was redrawn, the next look may try again, and no hook stays behind.
  setTimeout(() => {
    if (Object.hasOwn(desc, 'update')) delete desc.update;
    asked.delete(el);
  }, 50);
}

/** Each step of ours is a step of undo of its own. The key is the history plugin's. */
const closing = (tr: Foreign) => tr.setMeta('closeHistory$', true).setMeta('closeHistory$1', true);

function baseOf(selection: Foreign): Foreign {
  let base = selection.constructor;
  while (typeof Object.getPrototypeOf(base)?.fromJSON === 'function') base = Object.getPrototypeOf(base);
  return base;
}

interface Line {
  text: string;
  from: number;
  to: number;
}

function linesOf(doc: Foreign): Line[] {
  const lines: Line[] = [];
  const kinds = kindsOf(doc.type.schema);
  doc.descendants((node: Foreign, pos: number) => {
    if (!node.isTextblock) return true;
    let line: Line = { text: '', from: pos + 1, to: pos + 1 };
    node.forEach((child: Foreign, offset: number) => {
      if (child.type === kinds.lineBreak) {
        lines.push(line);
        line = { text: '', from: pos + 2 + offset, to: pos + 2 + offset };
        return;
      }
      // A chip or a picture: one sign per position keeps positions and characters in step.
      line.text += child.isText ? child.text : '\ufffc'.repeat(child.nodeSize);
      line.to = pos + 1 + offset + child.nodeSize;
    });
    lines.push(line);
    return false;
  });
  return lines;
}

function isEmpty(holder: Foreign): boolean {
  let only = holder.childCount === 1 ? holder.firstChild : null;
  while (only && !only.isTextblock && only.childCount === 1) only = only.firstChild;
  return only?.isTextblock === true && only.content.size === 0;
}

const defaultBlock = (holder: Foreign) => holder.type.contentMatch.defaultType.createAndFill();

const isItemByItself = (kinds: Kinds, node: Foreign): boolean =>
  node.isTextblock && (node.type === kinds.bullet || node.type === kinds.ordered);

/** Where the text of the outermost node around a position begins: a list's text begins several tokens in. */
function deepStart(doc: Foreign, $pos: Foreign, depth: number): number {
  let at = $pos.before(depth) + 1;
  for (
    let node = doc.nodeAt($pos.before(depth));
    node && !node.isTextblock && node.firstChild;
    node = node.firstChild
  )
    at += 1;
  return at;
}

function deepEnd(doc: Foreign, $pos: Foreign, depth: number): number {
  let at = $pos.after(depth) - 1;
  for (
    let node = doc.nodeAt($pos.before(depth));
    node && !node.isTextblock && node.lastChild;
    node = node.lastChild
  )
    at -= 1;
  return at;
}

function nodesOf(schema: Foreign, blocks: Block[]): Foreign[] {
  const kinds = kindsOf(schema);
  const paragraph = paragraphOf(schema);
  const textOf = (runs: Run[]) =>
    runs.filter((r) => r.text !== '').map((run) => schema.text(run.text, marksOf(kinds, run)));
  return blocks.flatMap((block) => {
    if (block.type === 'list') {
      const list = block.ordered ? kinds.ordered : kinds.bullet;
      if (list.isTextblock) return block.items.map((i) => list.create(null, textOf(runsOf(i))));
      const kind = { kind: block.ordered ? 'ordered' : 'bullet' };
      const items = block.items.map((i) =>
        kinds.item.create(kind, paragraph.create(null, textOf(runsOf(i)))),
      );
      return list === kinds.item ? items : [list.create(null, items)];
    }
    const lines = block.lines.map((line) => textOf(runsOf(line)));
    if (!kinds.lineBreak) return lines.map((line) => paragraph.create(null, line));
    const inline = lines.flatMap((line, i) => (i === 0 ? line : [kinds.lineBreak.create(), ...line]));
    return [paragraph.create(null, inline)];
  });
}

function marksOf(kinds: Foreign, run: Run): Foreign[] {
  const out = [];
  if (run.href !== null && kinds.link) {
    const name = 'linkUrl' in (kinds.link.spec.attrs ?? {}) ? 'linkUrl' : 'href';
    out.push(kinds.link.create({ [name]: run.href }));
  }
  if (run.strong && kinds.strong) out.push(kinds.strong.create());
  if (run.em && kinds.em) out.push(kinds.em.create());
  return out;
}
