import { Editor } from 'mobiledoc-kit';
import { element, labPage, RICH } from '../page';

/** Mobiledoc: the editable only shows a model, which is read here from what it saves. */
labPage('mobiledoc', (host) => {
  let editor: Editor;
  let box: HTMLElement;
  const start = (html: string) => {
    editor?.destroy();
    box?.remove();
    box = element('div', 'box', host);
    // It knows no line break inside a paragraph.
    editor = new Editor({ html: html.replace(/<br>/g, '</p><p>') });
    editor.render(box);
  };
  start('');
  const saved = () => editor.serialize() as unknown as Saved;
  return {
    selector: '.box',
    holds: RICH,
    set: start,
    content: () => htmlOf(saved()),
    model: () => JSON.stringify(saved()),
  };
});

/** A marker: its kind, the markups that open before it, how many close after it, its text. */
type Marker = [kind: 0, opens: number[], closes: number, text: string];
type Section = [kind: 1, tag: string, markers: Marker[]] | [kind: 3, tag: string, items: Marker[][]];
interface Saved {
  markups: [tag: string, attributes?: string[]][];
  sections: Section[];
}

function htmlOf({ markups, sections }: Saved): string {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const line = (markers: Marker[]) => {
    const open: string[] = [];
    return markers
      .map(([, opens, closes, text]) => {
        const tags = opens.map((at) => {
          const [tag, attributes] = markups[at] ?? ['span'];
          open.push(tag);
          return attributes ? `<${tag} href="${escaped(attributes[1] ?? '')}">` : `<${tag}>`;
        });
        const ends = Array.from({ length: closes }, () => `</${open.pop()}>`);
        return [...tags, escaped(text), ...ends].join('');
      })
      .join('');
  };
  return sections
    .map((section) => {
      const inner =
        section[0] === 3 ? section[2].map((item) => `<li>${line(item)}</li>`).join('') : line(section[2]);
      return `<${section[1]}>${inner}</${section[1]}>`;
    })
    .join('');
}
