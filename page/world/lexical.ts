import type { Block } from '../../core/markup';
import { defineAdapter, type Foreign } from './adapter';
import { placeIn, type Run, runsOf } from './lines';
import { cutsFor, type TreeLine } from './tree';

/** Lexical hangs itself on its root element. Nodes are made by the editor's own registered classes. */
export const lexical = defineAdapter<Foreign>({
  find(el) {
    const editor = (el as Foreign).__lexicalEditor;
    return typeof editor?.update === 'function' && typeof editor.getEditorState === 'function'
      ? editor
      : null;
  },
  abilities(editor) {
    const has = (type: string) => editor._nodes?.has(type) === true;
    return { strong: true, em: true, link: has('link'), list: has('list') && has('listitem') };
  },
  read(editor) {
    const state = editor.getEditorState();
    const links: string[] = [];
    const count = { items: 0, strong: 0, em: 0 };
    for (const node of state._nodeMap.values()) {
      if (!attached(node, state)) continue;
      if (typeof node.__url === 'string') links.push(node.__url);
      // Nodes may be of kinds that were made from these.
      const isText = typeof node.__text === 'string';
      if (/listitem$/.test(node.__type)) count.items += 1;
      if (isText && node.__format & 1) count.strong += 1;
      if (isText && node.__format & 2) count.em += 1;
    }
    const lines = state.read(() => linesOf(state._nodeMap.get('root')).map((l) => l.text));
    return { lines, links, ...count, model: JSON.stringify(state.toJSON()), selection: selectionText(state) };
  },
  insert(editor, blocks) {
    let empty = false;
    change(editor, (root) => {
      const first = root.getFirstChild();
      empty =
        root.getChildrenSize() <= 1 &&
        (first === null || (first.getChildrenSize?.() === 0 && first.__type === 'paragraph'));
      const nodes = nodesOf(editor, blocks);
      if (empty) root.splice(0, root.getChildrenSize(), nodes);
      else root.splice(0, 0, nodes);
      nodes.at(-1).selectEnd();
    });
    return JSON.stringify({ empty });
  },
  takeOut(editor, ours, taken) {
    let done = false;
    change(editor, (root) => {
      const lines = linesOf(root);
      const place = placeIn(lines, ours);
      if (place === null) return;
      const cuts = cutsFor(lines, place);
      for (const { leaf, from, to, text } of cuts.pieces) {
        if (to - from === text.length) leaf.remove();
        else leaf.setTextContent(text.slice(0, from) + text.slice(to));
      }
      for (const end of cuts.ends) end.remove();
      for (const block of cuts.blocks) removeUpward(block);
      const { empty } = JSON.parse(taken) as { empty: boolean };
      if (empty && root.getChildrenSize() === 0) root.append(make(editor, 'paragraph', {}));
      if (root.getChildrenSize() > 0) root.selectStart();
      done = true;
    });
    return done;
  },
  select(editor, selection) {
    const saved = JSON.parse(selection) as { key: string; offset: number; type: string }[];
    const [anchor, focus] = saved;
    if (!anchor || !focus) return;
    change(editor, (root) => {
      const range = root.selectStart();
      const nodes = editor._pendingEditorState._nodeMap;
      // The empty paragraph that stood there is a new one now: its start is the same place.
      if (!nodes.has(anchor.key) || !nodes.has(focus.key)) return;
      range.anchor.set(anchor.key, anchor.offset, anchor.type);
      range.focus.set(focus.key, focus.offset, focus.type);
    });
  },
});

/** At once, and as a step of undo of its own. */
function change(editor: Foreign, act: (root: Foreign) => void): void {
  let failed: unknown = null;
  editor.update(
    () => {
      try {
        act(editor._pendingEditorState._nodeMap.get('root').getWritable());
      } catch (error) {
        failed = error;
        throw error;
      }
    },
    { discrete: true, tag: 'history-push' },
  );
  if (failed !== null) throw failed;
}

function attached(node: Foreign, state: Foreign): boolean {
  let at = node;
  while (at && at.__key !== 'root') at = at.__parent === null ? null : state._nodeMap.get(at.__parent);
  return Boolean(at);
}

function selectionText(state: Foreign): string {
  const { anchor, focus } = state._selection ?? {};
  if (!anchor || !focus) return '';
  return JSON.stringify([anchor, focus].map(({ key, offset, type }: Foreign) => ({ key, offset, type })));
}

function linesOf(root: Foreign): TreeLine<Foreign, Foreign>[] {
  const lines: TreeLine<Foreign, Foreign>[] = [];
  const visit = (block: Foreign) => {
    let line: TreeLine<Foreign, Foreign> | null = null;
    const leafOf = (node: Foreign) => {
      if (node.__type === 'linebreak') {
        line ??= start();
        line.end = node;
        line = null;
      } else if (typeof node.getChildren === 'function' && node.isInline()) {
        for (const child of node.getChildren()) leafOf(child);
      } else if (typeof node.getChildren === 'function') {
        line = null;
        visit(node);
      } else {
        line ??= start();
        const text: string = node.getTextContent();
        line.text += text;
        line.leaves.push({ leaf: node, text });
      }
    };
    const start = () => {
      const made: TreeLine<Foreign, Foreign> = { text: '', leaves: [], block, end: null };
      lines.push(made);
      return made;
    };
    for (const child of block.getChildren()) leafOf(child);
    if (block.getChildrenSize() === 0 && block.__type !== 'root') start();
  };
  visit(root);
  return lines;
}

function removeUpward(node: Foreign): void {
  const parent = node.getParent();
  node.remove(true);
  if (parent && parent.__type !== 'root' && parent.getChildrenSize() === 0) removeUpward(parent);
}

/** Through the editor's own reader of saved nodes: the one interface that stays the same from release to release. */
function make(editor: Foreign, type: string, fields: object): Foreign {
  const klass = editor._nodes.get(type)?.klass;
  if (!klass) throw new Error(`no ${type} here`);
  const blank = { type, version: 1, children: [], direction: null, format: '', indent: 0 };
  return klass.importJSON({ ...blank, ...fields });
}

function nodesOf(editor: Foreign, blocks: Block[]): Foreign[] {
  const inline = (runs: Run[]): Foreign[] =>
    runs.map((run) => {
      const format = (run.strong ? 1 : 0) | (run.em ? 2 : 0);
      const text = make(editor, 'text', { text: run.text, format, mode: 'normal', style: '', detail: 0 });
      if (run.href === null) return text;
      return make(editor, 'link', { url: run.href, rel: 'noreferrer', target: null, title: null }).append(
        text,
      );
    });
  return blocks.map((block) => {
    if (block.type === 'list') {
      const listType = block.ordered ? 'number' : 'bullet';
      const list = make(editor, 'list', { listType, start: 1, tag: block.ordered ? 'ol' : 'ul' });
      block.items.forEach((item, i) => {
        list.append(make(editor, 'listitem', { value: i + 1 }).append(...inline(runsOf(item))));
      });
      return list;
    }
    const paragraph = make(editor, 'paragraph', { textFormat: 0, textStyle: '' });
    block.lines.forEach((line, i) => {
      if (i > 0) paragraph.append(make(editor, 'linebreak', {}));
      paragraph.append(...inline(runsOf(line)));
    });
    return paragraph;
  });
}
