import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, type Descendant, Editor, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import { drawn, element, labPage } from '../page';

// biome-ignore lint/suspicious/noExplicitAny: this page's own node shapes
type Any = any;

const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const html = (nodes: Any[]): string =>
  nodes
    .map((node) => {
      if (typeof node.text === 'string') {
        let text = escapeText(node.text).replace(/\n/g, '<br>');
        if (node.bold) text = `<strong>${text}</strong>`;
        return node.italic ? `<em>${text}</em>` : text;
      }
      if (node.type === 'link') return `<a href="${escapeText(node.url)}">${html(node.children)}</a>`;
      return `<p>${html(node.children)}</p>`;
    })
    .join('');

function nodesOf(source: string): Descendant[] {
  const doc = new DOMParser().parseFromString(source || '<p></p>', 'text/html');
  const inline = (el: Node, marks: object): Any[] =>
    [...el.childNodes].flatMap((child): Any[] => {
      if (child.nodeType === 3) return [{ text: child.textContent ?? '', ...marks }];
      const tag = (child as Element).tagName;
      if (tag === 'BR') return [{ text: '\n', ...marks }];
      if (tag === 'A')
        return [
          { type: 'link', url: (child as Element).getAttribute('href'), children: inline(child, marks) },
        ];
      return inline(child, { ...marks, ...(tag === 'STRONG' ? { bold: true } : { italic: true }) });
    });
  return [...doc.body.children].map((el) => {
    const children = inline(el, {});
    return { type: 'paragraph', children: children.length > 0 ? children : [{ text: '' }] } as Any;
  });
}

labPage('slate', async (host) => {
  const made = withHistory(withReact(createEditor())) as Any;
  const { isInline } = made;
  made.isInline = (node: Any) => node.type === 'link' || isInline(node);
  function Box() {
    const editor = useMemo(() => made, []);
    const [value] = useState(nodesOf(''));
    return (
      <Slate editor={editor} initialValue={value}>
        <Editable
          className="box"
          renderElement={({ attributes, element: node, children }: Any) =>
            node.type === 'link' ? (
              <a {...attributes} href={node.url}>
                {children}
              </a>
            ) : (
              <p {...attributes}>{children}</p>
            )
          }
          renderLeaf={({ attributes, leaf, children }: Any) => (
            <span
              {...attributes}
              style={{
                fontWeight: leaf.bold ? 'bold' : undefined,
                fontStyle: leaf.italic ? 'italic' : undefined,
              }}
            >
              {children}
            </span>
          )}
        />
      </Slate>
    );
  }
  createRoot(element('div', '', host)).render(<Box />);
  await drawn(host, '[data-slate-editor]');
  return {
    selector: '[data-slate-editor]',
    holds: { strong: true, em: true, link: true, list: false },
    set: async (source) => {
      Editor.withoutNormalizing(made, () => {
        Transforms.deselect(made);
        for (let i = made.children.length - 1; i >= 0; i -= 1) Transforms.removeNodes(made, { at: [i] });
        Transforms.insertNodes(made, nodesOf(source), { at: [0] });
      });
      made.history = { undos: [], redos: [] };
      Transforms.deselect(made);
      await new Promise((done) => setTimeout(done, 50));
    },
    content: () => html(made.children),
    model: () => JSON.stringify(made.children),
    selection: () => JSON.stringify(made.selection),
  };
});
