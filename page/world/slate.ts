import type { Block } from '../../core/markup';
import { defineAdapter, type Foreign } from './adapter';
import { upReact } from './fiber';
import { flatLines, placeIn } from './lines';
import { cutsFor, type TreeLine } from './tree';

/** Slate: the React component around the editable holds the editor. Everything is done with its own operations. */
export const slate = defineAdapter<Foreign>({
  find(el) {
    if (el.getAttribute('data-slate-editor') !== 'true') return null;
    return upReact(el, (fiber) => {
      for (const one of [
        fiber.memoizedProps?.editor,
        fiber.memoizedProps?.value?.editor,
        fiber.memoizedProps?.value,
      ]) {
        if (
          Array.isArray(one?.children) &&
          typeof one.apply === 'function' &&
          typeof one.isInline === 'function'
        )
          return one;
      }
      return null;
    });
  },
  /** What a link or a list is called differs from one Slate to the next: only what this one knows is used. */
  abilities: (editor) => ({
    strong: true,
    em: true,
    link: editor.isInline({ type: 'link', url: '', children: [{ text: '' }] }) === true,
    list: false,
  }),
  read(editor) {
    const links: string[] = [];
    const count = { items: 0, strong: 0, em: 0 };
    const visit = (node: Foreign) => {
      if (node.type === 'link') links.push(String(node.url ?? node.href ?? ''));
      if (node.bold) count.strong += 1;
      if (node.italic) count.em += 1;
      for (const child of node.children ?? []) visit(child);
    };
    for (const child of editor.children) visit(child);
    return {
      lines: linesOf(editor).map((l) => l.text),
      links,
      ...count,
      model: JSON.stringify(editor.children),
      selection: JSON.stringify(editor.selection),
    };
  },
  insert(editor, blocks) {
    const first = editor.children[0];
    const empty = editor.children.length === 1 && isBlank(editor, first);
    const nodes = nodesOf(blocks, shapeOf(editor));
    const was = editor.children;
    // A caret must never point at what is gone, so ours come first and the empty block leaves after them.
    nodes.forEach((node, i) => {
      editor.apply({ type: 'insert_node', path: [i], node });
    });
    const last = nodes.length - 1;
    const children: Foreign[] = editor.children[last].children;
    const leaf = children.length - 1;
    const point = endOf(children[leaf], [last, leaf]);
    select(editor, { anchor: point, focus: point });
    if (empty)
      editor.apply({ type: 'remove_node', path: [nodes.length], node: editor.children[nodes.length] });
    return JSON.stringify({ empty: empty ? was : null });
  },
  takeOut(editor, ours, taken) {
    const lines = linesOf(editor);
    const place = placeIn(lines, ours);
    if (place === null) return false;
    const cuts = cutsFor(lines, place);
    const { empty } = JSON.parse(taken) as { empty: Foreign[] | null };
    if (empty && cuts.blocks.length === editor.children.length) {
      for (const node of empty) editor.apply({ type: 'insert_node', path: [editor.children.length], node });
    }
    const gone = new Set(cuts.blocks);
    for (const { leaf, from, to, text } of cuts.pieces.toReversed()) {
      if (gone.has(leaf[0] ?? -1)) continue;
      editor.apply({ type: 'remove_text', path: leaf, offset: from, text: text.slice(from, to) });
    }
    for (const at of cuts.blocks.toReversed()) {
      editor.apply({ type: 'remove_node', path: [at], node: editor.children[at] });
    }
    return true;
  },
  select: (editor, selection) => select(editor, JSON.parse(selection)),
});

function select(editor: Foreign, range: Foreign): void {
  editor.apply({ type: 'set_selection', properties: editor.selection, newProperties: range });
}

const isBlank = (editor: Foreign, node: Foreign): boolean =>
  typeof node.text === 'string'
    ? node.text === ''
    : editor.isVoid?.(node) !== true && node.children.every((child: Foreign) => isBlank(editor, child));

function endOf(node: Foreign, path: number[]): { path: number[]; offset: number } {
  if (typeof node.text === 'string') return { path, offset: node.text.length };
  const last = node.children.length - 1;
  return endOf(node.children[last], [...path, last]);
}

/** Lines of the top-level blocks; a block with blocks in it counts as one line each. */
function linesOf(editor: Foreign): TreeLine<number[], number>[] {
  const lines: TreeLine<number[], number>[] = [];
  const visit = (node: Foreign, path: number[], line: TreeLine<number[], number>) => {
    if (typeof node.text === 'string') {
      line.text += node.text;
      line.leaves.push({ leaf: path, text: node.text });
    } else {
      node.children.forEach((child: Foreign, i: number) => {
        visit(child, [...path, i], line);
      });
    }
  };
  const isInline = (node: Foreign) => typeof node.text === 'string' || editor.isInline(node);
  const descend = (node: Foreign, path: number[]) => {
    if (node.children.some((child: Foreign) => !isInline(child))) {
      node.children.forEach((child: Foreign, i: number) => {
        descend(child, [...path, i]);
      });
      return;
    }
    const line = { text: '', leaves: [], block: path[0] ?? 0, end: null };
    lines.push(line);
    visit(node, path, line);
  };
  editor.children.forEach((node: Foreign, i: number) => {
    descend(node, [i]);
  });
  return lines;
}

/** A paragraph as this editor makes it: the plainest block that holds text. */
function shapeOf(editor: Foreign): object {
  const plain = editor.children.find(
    (n: Foreign) =>
      n.type === undefined || /^(p|paragraph|line|div|default|unstyled|text)$/i.test(String(n.type)),
  );
  const type = plain ? plain.type : 'paragraph';
  return type === undefined ? {} : { type };
}

function nodesOf(blocks: Block[], shape: object): Foreign[] {
  return flatLines(blocks).map(({ runs }) => ({
    ...shape,
    children: runs.map((run) => {
      const leaf = {
        text: run.text,
        ...(run.strong ? { bold: true } : {}),
        ...(run.em ? { italic: true } : {}),
      };
      return run.href === null ? leaf : { type: 'link', url: run.href, children: [leaf] };
    }),
  }));
}
