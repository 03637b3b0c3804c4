import type { Block } from '../../core/markup';
import { defineAdapter, type Foreign } from './adapter';
import { flatLines, placeIn } from './lines';

interface Op {
  insert?: string | object;
  retain?: number;
  delete?: number;
  attributes?: Record<string, unknown> | undefined;
}

/** Quill: the container above the editable knows the instance. The document is one text with attributes. */
export const quill = defineAdapter<Foreign>({
  find(el) {
    const editor =
      (el.parentElement as Foreign)?.__quill ?? (window as Foreign).Quill?.find?.(el.parentElement);
    return editor?.root === el && typeof editor.updateContents === 'function' ? editor : null;
  },
  abilities(editor) {
    const formats: string[] | null = editor.options?.formats ?? null;
    const has = (name: string) =>
      (formats === null || formats.includes(name)) && (editor.scroll?.query?.(name) ?? true) !== null;
    return { strong: has('bold'), em: has('italic'), link: has('link'), list: has('list') };
  },
  read(editor) {
    const ops: Op[] = editor.getContents().ops;
    const marked = (name: string) => ops.filter((op) => op.attributes?.[name]);
    return {
      lines: textOf(ops).replace(/\n$/, '').split('\n'),
      links: marked('link').map((op) => String(op.attributes?.link)),
      items: marked('list').reduce((sum, op) => sum + String(op.insert).length, 0),
      strong: marked('bold').length,
      em: marked('italic').length,
      model: JSON.stringify(ops),
      selection: JSON.stringify(editor.selection?.savedRange ?? null),
    };
  },
  insert(editor, blocks) {
    const was: Op[] = editor.getContents().ops;
    const empty = textOf(was) === '\n';
    const ops = opsOf(blocks);
    // An empty editor already has the newline that ends our last line: it takes on what ours would be.
    const last = empty ? ops.pop() : null;
    if (last?.attributes) ops.push({ retain: 1, attributes: last.attributes });
    const length = ops.reduce((sum, op) => sum + (typeof op.insert === 'string' ? op.insert.length : 0), 0);
    step(editor, ops);
    editor.setSelection(empty ? length : length - 1, 0, 'user');
    return JSON.stringify({ empty: empty ? was : null });
  },
  takeOut(editor, ours, taken) {
    const ops: Op[] = editor.getContents().ops;
    const text = textOf(ops);
    const lines = text.split('\n');
    const place = placeIn(
      lines.map((line) => ({ text: line })),
      ours,
    );
    if (place === null) return false;
    const start = (line: number) => lines.slice(0, line).reduce((sum, l) => sum + l.length + 1, 0);
    const from = start(place.first) + place.prefix;
    const whole = place.prefix === 0 && place.suffix === 0;
    const to = start(place.last) + (lines[place.last]?.length ?? 0) - place.suffix + (whole ? 1 : 0);
    const end = Math.min(to, text.length - 1);
    step(
      editor,
      [{ retain: from }, { delete: end - from }].filter((op) => op.retain !== 0),
    );
    const { empty } = JSON.parse(taken) as { empty: Op[] | null };
    if (empty && editor.getLength() === 1) editor.setContents(empty, 'user');
    return true;
  },
  select(editor, selection) {
    const range = JSON.parse(selection) as { index: number; length: number } | null;
    if (range) editor.setSelection(range.index, range.length, 'silent');
  },
});

/** A step of undo of its own. */
function step(editor: Foreign, ops: Op[]): void {
  editor.history?.cutoff?.();
  editor.updateContents(ops, 'user');
  editor.history?.cutoff?.();
}

const textOf = (ops: Op[]) =>
  ops.map((op) => (typeof op.insert === 'string' ? op.insert : '\ufffc')).join('');

function opsOf(blocks: Block[]): Op[] {
  return flatLines(blocks).flatMap((line): Op[] => [
    ...line.runs.map((run) => ({ insert: run.text, attributes: attributesOf(run) })),
    { insert: '\n', attributes: line.list ? { list: line.list } : undefined },
  ]);
}

function attributesOf(run: { strong: boolean; em: boolean; href: string | null }): Op['attributes'] {
  const out: Record<string, unknown> = {};
  if (run.strong) out.bold = true;
  if (run.em) out.italic = true;
  if (run.href !== null) out.link = run.href;
  return Object.keys(out).length > 0 ? out : undefined;
}
