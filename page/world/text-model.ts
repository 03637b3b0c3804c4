import { type Block, blocksToText } from '../../core/markup';
import { defineAdapter, type Foreign } from './adapter';

/** An editor whose document is one text, with what it takes to change a piece of it as one step of its undo. */
interface TextModel {
  get(): string;
  put(from: number, to: number, text: string, caret: number): void;
  selection(): unknown;
  select(selection: Foreign): void;
}

/**
 * Editors that draw only the lines in view and keep the text elsewhere (CodeMirror 5 and 6, and the Markdown boxes
 * built on them): what the page shows of them is not what they hold.
 */
export const textModel = defineAdapter<TextModel>({
  find: (el) => viewOf(el) ?? instanceOf(el),
  abilities: () => ({ strong: false, em: false, link: false, list: false }),
  read: (model) => ({
    lines: model.get().split('\n'),
    links: [],
    items: 0,
    strong: 0,
    em: 0,
    model: model.get(),
    selection: JSON.stringify(model.selection()),
  }),
  insert(model, blocks: Block[]) {
    const was = model.get();
    const body = blocksToText(blocks);
    const has = /^\n*/.exec(was)?.[0].length ?? 0;
    const gap = was === '' ? '' : '\n'.repeat(Math.max(0, 2 - has));
    model.put(0, 0, body + gap, body.length);
    return JSON.stringify({ body, gap });
  },
  takeOut(model, _lines, taken) {
    const { body, gap } = JSON.parse(taken) as { body: string; gap: string };
    const now = model.get();
    const at = now.indexOf(body);
    if (at < 0 || now.indexOf(body, at + 1) >= 0) return false;
    const end = at + body.length;
    model.put(at, now.startsWith(gap, end) ? end + gap.length : end, '', at);
    return true;
  },
  select: (model, selection) => model.select(JSON.parse(selection)),
});

function viewOf(el: Foreign): TextModel | null {
  const view = el.cmTile?.view ?? el.cmView?.rootView?.view ?? el.cmView?.view;
  if (!view?.state?.doc || typeof view.dispatch !== 'function') return null;
  const put = (spec: object) => {
    if (view.state.readOnly) throw new Error('read only');
    view.dispatch({ ...spec, scrollIntoView: true });
  };
  return {
    get: () => view.state.doc.toString(),
    put: (from, to, insert, caret) =>
      put({ changes: { from, to, insert }, selection: { anchor: caret }, userEvent: 'input.paste' }),
    selection: () => view.state.selection.toJSON(),
    select: ({ ranges, main }) => put({ selection: ranges[main] }),
  };
}

function instanceOf(el: HTMLElement): TextModel | null {
  const editor: Foreign = (el.closest('.CodeMirror') as Foreign)?.CodeMirror;
  if (typeof editor?.replaceRange !== 'function') return null;
  return {
    get: () => editor.getValue('\n'),
    put(from, to, text, caret) {
      if (editor.isReadOnly()) throw new Error('read only');
      editor.operation(() => {
        editor.replaceRange(text, editor.posFromIndex(from), editor.posFromIndex(to), 'paste');
        editor.setCursor(editor.posFromIndex(caret));
      });
    },
    selection: () => editor.listSelections().map(({ anchor, head }: Foreign) => ({ anchor, head })),
    select: (ranges) => editor.setSelections(ranges),
  };
}
