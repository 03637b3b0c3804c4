import { CompositeDecorator, ContentState, convertFromHTML, Editor, EditorState, RichUtils } from 'draft-js';
import { type ComponentType, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { drawn, element, labPage, RICH } from '../page';

// biome-ignore lint/suspicious/noExplicitAny: the package brings no types
type Any = any;

const Link = ({ contentState, entityKey, children }: Any) => (
  <a href={contentState.getEntity(entityKey).getData().url}>{children}</a>
);

const decorator = new CompositeDecorator([
  {
    strategy: (block: Any, found: Any, content: Any) =>
      block.findEntityRanges((c: Any) => {
        const key = c.getEntity();
        return key !== null && content.getEntity(key).getType() === 'LINK';
      }, found),
    component: Link,
  },
]);

const stateOf = (html: string): Any => {
  if (html === '') return EditorState.createEmpty(decorator);
  const { contentBlocks, entityMap } = convertFromHTML(html);
  return EditorState.createWithContent(
    ContentState.createFromBlockArray(contentBlocks, entityMap),
    decorator,
  );
};

const escapeText = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>');

function blockHtml(block: Any, content: Any): string {
  let out = '';
  const text: string = block.getText();
  block.getCharacterList().forEach((c: Any, i: number) => {
    let sign = escapeText(text[i] ?? '');
    if (c.hasStyle('BOLD')) sign = `<strong>${sign}</strong>`;
    if (c.hasStyle('ITALIC')) sign = `<em>${sign}</em>`;
    const url = c.getEntity() === null ? undefined : content.getEntity(c.getEntity()).getData().url;
    out += url === undefined ? sign : `<a href="${escapeText(url)}">${sign}</a>`;
  });
  return out;
}

function html(state: Any): string {
  const content = state.getCurrentContent();
  return content
    .getBlocksAsArray()
    .map((block: Any) => {
      const inner = blockHtml(block, content);
      if (block.getType() === 'unordered-list-item') return `<ul><li>${inner}</li></ul>`;
      if (block.getType() === 'ordered-list-item') return `<ol><li>${inner}</li></ol>`;
      return `<p>${inner}</p>`;
    })
    .join('');
}

labPage('draft', async (host) => {
  let state = stateOf('');
  let show: (next: Any) => void = () => undefined;
  const Box = Editor as unknown as ComponentType<Any>;
  function Composer() {
    const [shown, setShown] = useState(state);
    show = (next) => {
      state = next;
      setShown(next);
    };
    return (
      <div className="box">
        <Box
          editorState={shown}
          onChange={(next: Any) => show(next)}
          handleKeyCommand={(command: string, from: Any) => {
            const next = RichUtils.handleKeyCommand(from, command);
            if (next) show(next);
            return next ? 'handled' : 'not-handled';
          }}
        />
      </div>
    );
  }
  createRoot(element('div', '', host)).render(<Composer />);
  await drawn(host, '.public-DraftEditor-content');
  return {
    selector: '.public-DraftEditor-content',
    holds: RICH,
    set: async (source) => {
      show(stateOf(source));
      await new Promise((done) => setTimeout(done, 50));
    },
    content: () => html(state),
    model: () =>
      `${html(state)}${JSON.stringify(
        state
          .getCurrentContent()
          .getBlocksAsArray()
          .map((b: Any) => [b.getKey(), b.getType()]),
      )}`,
    selection: () => {
      const { anchorKey, anchorOffset, focusKey, focusOffset } = state.getSelection().toJS();
      return JSON.stringify([anchorKey, anchorOffset, focusKey, focusOffset]);
    },
  };
});
