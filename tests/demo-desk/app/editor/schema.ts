import { Schema } from 'prosemirror-model';
import { marks, nodes } from 'prosemirror-schema-basic';
import { bulletList, listItem, orderedList } from 'prosemirror-schema-list';

/** What a reply may hold: paragraphs, lists, quotes, links, bold, italic, and the signature as a block of its own. */
export const schema = new Schema({
  nodes: {
    doc: nodes.doc,
    paragraph: nodes.paragraph,
    blockquote: nodes.blockquote,
    bullet_list: { ...bulletList, group: 'block', content: 'list_item+' },
    ordered_list: { ...orderedList, group: 'block', content: 'list_item+' },
    list_item: { ...listItem, content: 'paragraph block*' },
    signature: {
      group: 'block',
      content: 'paragraph+',
      defining: true,
      parseDOM: [{ tag: 'div.signature' }],
      toDOM: () => ['div', { class: 'signature' }, 0],
    },
    text: nodes.text,
    hard_break: nodes.hard_break,
  },
  marks: { link: marks.link, em: marks.em, strong: marks.strong },
});
