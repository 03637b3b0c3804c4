import type { Block } from '../../core/markup';
import { defineAdapter, type Foreign } from './adapter';
import { placeIn, runsOf } from './lines';

/** Trix: its element carries the editor. The document is one text, each block ended by a newline. */
export const trix = defineAdapter<Foreign>({
  find(el) {
    const editor = (el as Foreign).editor;
    return el.localName === 'trix-editor' && typeof editor?.insertDocument === 'function' ? editor : null;
  },
  abilities: () => ({ strong: true, em: true, link: true, list: true }),
  read(editor) {
    const json = JSON.parse(JSON.stringify(editor.getDocument())) as Foreign[];
    const links: string[] = [];
    const count = { items: 0, strong: 0, em: 0 };
    for (const block of json) {
      if (block.attributes.some((name: string) => name === 'bullet' || name === 'number')) count.items += 1;
      for (const piece of block.text) {
        if (piece.attributes.href) links.push(piece.attributes.href);
        if (piece.attributes.bold) count.strong += 1;
        if (piece.attributes.italic) count.em += 1;
      }
    }
    return {
      lines: textOf(editor).split('\n'),
      links,
      ...count,
      model: JSON.stringify(json),
      selection: JSON.stringify(editor.getSelectedRange()),
    };
  },
  insert(editor, blocks) {
    const document = editor.getDocument();
    const empty = textOf(editor) === '' && JSON.parse(JSON.stringify(document)).length === 1;
    const ours = document.constructor.fromJSON(blocksOf(blocks));
    editor.recordUndoEntry(STEP);
    editor.setSelectedRange([0, 0]);
    editor.insertDocument(ours);
    const end = ours.getLength() - 1;
    if (empty) {
      // The empty block that was there: our last one takes its place.
      editor.setSelectedRange([end, end + 1]);
      editor.deleteInDirection('backward');
    }
    editor.setSelectedRange([end, end]);
    return '';
  },
  takeOut(editor, ours) {
    const text = textOf(editor);
    const lines = text.split('\n');
    const filled = lines.map((line, i) => ({ text: line, i })).filter((l) => l.text.trim() !== '');
    const place = placeIn(filled, ours);
    const first = place && filled[place.first];
    const last = place && filled[place.last];
    if (!place || !first || !last) return false;
    const start = (line: number) => lines.slice(0, line).reduce((sum, l) => sum + l.length + 1, 0);
    const from = start(first.i) + place.prefix;
    const to = start(last.i) + last.text.length - place.suffix;
    const whole = place.prefix === 0 && place.suffix === 0;
    if (whole && editor.undoManager?.undoEntries?.at(-1)?.description === STEP) {
      editor.undo();
      return true;
    }
    editor.recordUndoEntry('Remove');
    editor.setSelectedRange([from, whole ? Math.min(to + 1, editor.getDocument().getLength() - 1) : to]);
    editor.deleteInDirection('backward');
    return true;
  },
  select: (editor, selection) => editor.setSelectedRange(JSON.parse(selection)),
});

/** What our step of undo is called: while it is the last one, undo is exact. */
const STEP = 'Insert draft';

const textOf = (editor: Foreign): string => editor.getDocument().toString().replace(/\n$/, '');

/** Paragraphs side by side are one block with a blank line between them: that is how Trix itself keeps them. */
function blocksOf(blocks: Block[]): object[] {
  const out: { text: object[]; attributes: string[] }[] = [];
  const piece = (string: string, attributes: object = {}) => ({ type: 'string', attributes, string });
  let paragraph: { text: object[] } | null = null;
  for (const block of blocks) {
    const rows = (block.type === 'paragraph' ? block.lines : block.items).map((line) =>
      runsOf(line).map((run) =>
        piece(run.text, {
          ...(run.strong ? { bold: true } : {}),
          ...(run.em ? { italic: true } : {}),
          ...(run.href === null ? {} : { href: run.href }),
        }),
      ),
    );
    if (block.type === 'list') {
      const kind = block.ordered ? ['numberList', 'number'] : ['bulletList', 'bullet'];
      for (const row of rows) out.push({ text: [...row, blockBreak()], attributes: kind });
      paragraph = null;
      continue;
    }
    const text = rows.flatMap((row, i) => (i === 0 ? row : [piece('\n'), ...row]));
    if (paragraph) {
      paragraph.text.splice(-1, 0, piece('\n\n'), ...text);
    } else {
      const made = { text: [...text, blockBreak()], attributes: [] };
      paragraph = made;
      out.push(made);
    }
  }
  return out;
}

const blockBreak = () => ({ type: 'string', attributes: { blockBreak: true }, string: '\n' });
