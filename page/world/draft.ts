import type { Block } from '../../core/markup';
import { defineAdapter, type Foreign } from './adapter';
import { upReact } from './fiber';
import { flatLines, placeIn } from './lines';

/** Draft.js: the component around the editable has the state and how to change it. Its classes make the rest. */
export const draft = defineAdapter<{ props: () => Foreign }>({
  find(el) {
    return upReact(el, (fiber) => {
      const props = fiber.stateNode?.props;
      const fits =
        typeof props?.onChange === 'function' && typeof props.editorState?.getCurrentContent === 'function';
      return fits ? { props: () => fiber.stateNode.props } : null;
    });
  },
  abilities: () => ({ strong: true, em: true, link: true, list: true }),
  read({ props }) {
    const state = props().editorState;
    const content = state.getCurrentContent();
    const links: string[] = [];
    const count = { items: 0, strong: 0, em: 0 };
    const raw = content.getBlocksAsArray().map((block: Foreign) => {
      if (/list-item$/.test(block.getType())) count.items += 1;
      let last: string | null = null;
      const marks = block.getCharacterList().map((c: Foreign) => {
        if (c.hasStyle('BOLD')) count.strong += 1;
        if (c.hasStyle('ITALIC')) count.em += 1;
        const key = c.getEntity();
        const url = key === null ? null : content.getEntity(key).getData().url;
        if (typeof url === 'string' && key !== last) links.push(url);
        last = key;
        return `${c.getStyle().join()}${url ?? key ?? ''}`;
      });
      return [
        block.getType(),
        block.getDepth(),
        block.getText(),
        marks.join('|'),
        JSON.stringify(block.getData()),
      ];
    });
    const selection = state.getSelection().toJS();
    return {
      lines: content.getBlocksAsArray().flatMap((block: Foreign) => block.getText().split('\n')),
      links,
      ...count,
      model: JSON.stringify(raw),
      selection: JSON.stringify(selection),
    };
  },
  insert({ props }, blocks) {
    const state = props().editorState;
    const content = state.getCurrentContent();
    const old: Foreign[] = content.getBlocksAsArray();
    const empty = old.length === 1 && old[0].getText() === '' && old[0].getType() === 'unstyled';
    const ours = blocksOf(content, blocks);
    const last = ours.at(-1);
    const caret = selectionAt(state, last.getKey(), last.getLength());
    push(props(), state, empty ? ours : [...ours, ...old], caret, 'insert-fragment');
    return JSON.stringify({ empty: empty ? old[0].getKey() : null });
  },
  takeOut({ props }, lines, taken) {
    const state = props().editorState;
    const old: Foreign[] = state.getCurrentContent().getBlocksAsArray();
    // Our line breaks are inside blocks; the person's Enter makes a new block.
    const rows = old.flatMap((block, i) =>
      block
        .getText()
        .split('\n')
        .map((text: string) => ({ text, i })),
    );
    const place = placeIn(rows, lines);
    const first = place && rows[place.first];
    const last = place && rows[place.last];
    if (!place || !first || !last) return false;
    const before = rows
      .filter((r, n) => r.i === first.i && n < place.first)
      .reduce((sum, r) => sum + r.text.length + 1, 0);
    const until = rows
      .filter((r, n) => r.i === last.i && n < place.last)
      .reduce((sum, r) => sum + r.text.length + 1, 0);
    const from = before + place.prefix;
    const to = until + last.text.length - place.suffix;
    const head = old[first.i];
    const tail = old[last.i];
    const rest = [pieceOf(head, 0, from), pieceOf(tail, to, tail.getLength())].filter(
      (b) => b.getLength() > 0,
    );
    const kept = [...old.slice(0, first.i), ...rest.slice(0, 1), ...old.slice(last.i + 1)];
    if (rest.length === 2) return false;
    const { empty } = JSON.parse(taken) as { empty: string | null };
    const blank = pieceOf(head, 0, 0).merge({ type: 'unstyled', key: empty ?? head.getKey() });
    const left = kept.length > 0 ? kept : [blank];
    push(props(), state, left, selectionAt(state, left[0].getKey(), 0), 'remove-range');
    return true;
  },
  select({ props }, selection) {
    const state = props().editorState;
    const saved = state.getSelection().merge(JSON.parse(selection));
    if (state.getCurrentContent().getBlockForKey(saved.getStartKey())) {
      props().onChange(state.constructor.acceptSelection(state, saved));
    }
  },
});

function push(props: Foreign, state: Foreign, blocks: Foreign[], selection: Foreign, change: string): void {
  const content = state.getCurrentContent();
  const blockMap = content.constructor.createFromBlockArray(blocks).getBlockMap();
  const next = content.merge({ blockMap, selectionBefore: state.getSelection(), selectionAfter: selection });
  const pushed = state.constructor.push(state, next, change);
  props.onChange(state.constructor.forceSelection(pushed, selection));
}

const selectionAt = (state: Foreign, key: string, offset: number) =>
  state.getSelection().merge({
    anchorKey: key,
    anchorOffset: offset,
    focusKey: key,
    focusOffset: offset,
    isBackward: false,
    hasFocus: true,
  });

const pieceOf = (block: Foreign, from: number, to: number) =>
  block.merge({
    text: block.getText().slice(from, to),
    characterList: block.getCharacterList().slice(from, to),
  });

/** Paragraphs with their line breaks are one block, an item is one block. */
function blocksOf(content: Foreign, blocks: Block[]): Foreign[] {
  const rows: { text: string; type: string; runs: ReturnType<typeof flatLines>[number]['runs'] }[] = [];
  for (const line of flatLines(blocks)) {
    const text = line.runs.map((run) => run.text).join('');
    const type =
      line.list === null ? 'unstyled' : line.list === 'ordered' ? 'ordered-list-item' : 'unordered-list-item';
    const above = rows.at(-1);
    if (!line.opens && above) {
      above.text += `\n${text}`;
      above.runs = [...above.runs, { text: '\n', strong: false, em: false, href: null }, ...line.runs];
    } else rows.push({ text, type, runs: line.runs });
  }
  return rows.map(({ text, type, runs }) => {
    // A line break inside a block cannot be made from text, so a stand-in of the same length is.
    const made = content.constructor.createFromText(text.replace(/[\r\n]/g, ' ')).getFirstBlock();
    let characters = made.getCharacterList();
    let at = 0;
    for (const run of runs) {
      const key =
        run.href === null
          ? null
          : content.createEntity('LINK', 'MUTABLE', { url: run.href }).getLastCreatedEntityKey();
      for (const end = at + run.text.length; at < end; at += 1) {
        characters = characters.update(at, (c: Foreign) => {
          const Meta = c.constructor;
          let meta = key === null ? c : Meta.applyEntity(c, key);
          if (run.strong) meta = Meta.applyStyle(meta, 'BOLD');
          return run.em ? Meta.applyStyle(meta, 'ITALIC') : meta;
        });
      }
    }
    return made.merge({ text, type, characterList: characters });
  });
}
