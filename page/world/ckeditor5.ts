import { blocksToHtml } from '../../core/markup';
import { defineAdapter, type Foreign } from './adapter';
import { placeIn } from './lines';

interface Handle {
  editor: Foreign;
  root: Foreign;
}

/** CKEditor 5 hangs itself on its editable. One change block is one step of its undo. */
export const ckeditor5 = defineAdapter<Handle>({
  find(el) {
    const editor = (el as Foreign).ckeditorInstance;
    if (!editor?.model?.change) return null;
    for (const [name, dom] of editor.editing?.view?.domRoots ?? []) {
      if (dom === el) return { editor, root: editor.model.document.getRoot(name) };
    }
    return null;
  },
  abilities({ editor }) {
    const { schema } = editor.model;
    const text = (attribute: string) => schema.checkAttribute(['$root', 'paragraph', '$text'], attribute);
    return {
      strong: text('bold'),
      em: text('italic'),
      link: text('linkHref'),
      list: schema.checkAttribute(['$root', 'paragraph'], 'listItemId') || schema.isRegistered('listItem'),
    };
  },
  read({ editor, root }) {
    const links: string[] = [];
    const count = { items: 0, strong: 0, em: 0 };
    for (const { item } of editor.model.createRangeIn(root)) {
      if (item.hasAttribute?.('linkHref')) links.push(item.getAttribute('linkHref'));
      if (item.hasAttribute?.('bold')) count.strong += 1;
      if (item.hasAttribute?.('italic')) count.em += 1;
      if (item.hasAttribute?.('listItemId') || item.name === 'listItem') count.items += 1;
    }
    const selection = editor.model.document.selection;
    return {
      lines: linesOf(root).map((l) => l.text),
      links,
      ...count,
      model: `${editor.getData({ rootName: root.rootName })}\n${JSON.stringify(root.toJSON())}`,
      selection: JSON.stringify({
        ranges: [...selection.getRanges()].map((r: Foreign) => [r.start.path, r.end.path]),
        backward: selection.isBackward,
        attributes: [...selection.getAttributes()],
      } satisfies Saved),
    };
  },
  insert({ editor, root }, blocks) {
    const { model, data } = editor;
    const empty = !model.hasContent(root) && root.childCount <= 1;
    model.change((writer: Foreign) => {
      const fragment = data.parse(blocksToHtml(blocks), '$root');
      const children = [...fragment.getChildren()];
      const old = empty ? root.getChild(0) : null;
      writer.insert(fragment, root, 0);
      if (old) writer.remove(old);
      writer.setSelection(children.at(-1), 'end');
    });
    return JSON.stringify({ empty });
  },
  takeOut({ editor, root }, ours) {
    const lines = linesOf(root);
    const place = placeIn(lines, ours);
    const first = place && lines[place.first];
    const last = place && lines[place.last];
    if (!place || !first || !last) return false;
    const { model } = editor;
    model.change((writer: Foreign) => {
      const from = first.from + place.prefix;
      const to = last.to - place.suffix;
      const whole = from === 0 && to === last.block.maxOffset;
      if (whole && first.block.parent === root && last.block.parent === root) {
        writer.remove(
          writer.createRange(
            writer.createPositionBefore(first.block),
            writer.createPositionAfter(last.block),
          ),
        );
        return;
      }
      const range = writer.createRange(
        writer.createPositionAt(first.block, from),
        writer.createPositionAt(last.block, to),
      );
      model.deleteContent(writer.createSelection(range), { doNotAutoparagraph: true });
    });
    return true;
  },
  select({ editor }, selection) {
    const { model } = editor;
    const saved = JSON.parse(selection) as Saved;
    model.change((writer: Foreign) => {
      const now = model.document.selection;
      const root = now.anchor?.root ?? model.document.getRoot();
      const at = (path: number[]) => writer.createPositionFromPath(root, path);
      const ranges = saved.ranges.map(([start, end]) => writer.createRange(at(start), at(end)));
      writer.setSelection(ranges, { backward: saved.backward });
      // At the edge of a link or of bold text it also matters on which side the caret stands.
      const keys = new Set(saved.attributes.map(([key]) => key));
      for (const key of [...now.getAttributeKeys()]) if (!keys.has(key)) writer.removeSelectionAttribute(key);
      for (const [key, value] of saved.attributes) writer.setSelectionAttribute(key, value);
    });
  },
});

interface Saved {
  ranges: [number[], number[]][];
  backward: boolean;
  attributes: [string, unknown][];
}

interface Line {
  text: string;
  block: Foreign;
  from: number;
  to: number;
}

/** Blocks hold text in offsets: a soft break is one, and so is a chip or a picture. */
function linesOf(root: Foreign): Line[] {
  const { model } = { model: root.document.model };
  const lines: Line[] = [];
  const visit = (element: Foreign) => {
    if (!model.schema.checkChild(element, '$text')) {
      for (const child of element.getChildren()) if (child.is('element')) visit(child);
      return;
    }
    let line: Line = { text: '', block: element, from: 0, to: 0 };
    for (const child of element.getChildren()) {
      if (child.is('element', 'softBreak')) {
        lines.push(line);
        line = { text: '', block: element, from: child.endOffset, to: child.endOffset };
        continue;
      }
      line.text += child.is('$text') ? child.data : '\ufffc';
      line.to = child.endOffset;
    }
    lines.push(line);
  };
  visit(root);
  return lines;
}
