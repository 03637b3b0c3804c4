/**
 * The test's own reading of what an editor holds: one string a line, with bold, italic, links and list items marked.
 * It runs in the page and shares nothing with the code under test. Blank lines say nothing and are left out.
 */
export function structureOf(html: string): string[] {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const lines: string[] = [];
  let line = '';
  let item = '';
  const close = () => {
    // Neighbours with the same mark are one.
    const joined = line
      .replace(/<\/b><b>|<\/i><i>/g, '')
      .replace(/<\/a><a [^>]*>/g, '')
      .replace(/[\u200b\ufeff]/g, '')
      .replace(/[\s\u00a0]+/g, ' ')
      .trim();
    line = '';
    if (joined.replace(/<[^>]*>/g, '').trim() === '') return;
    lines.push(item + joined);
    item = '';
  };
  const walk = (node: Node) => {
    if (node.nodeType === 3) {
      line += (node.textContent ?? '').replace(/</g, '‹').replace(/>/g, '›');
      return;
    }
    const el = node as Element;
    const tag = el.tagName;
    if (tag === 'BR') return close();
    const block = /^(P|DIV|LI|UL|OL|BODY|H\d|BLOCKQUOTE|PRE)$/.test(tag);
    if (block) close();
    if (tag === 'LI') {
      const list =
        el.getAttribute('data-list') ?? (el.parentElement?.tagName === 'OL' ? 'ordered' : 'bullet');
      item = list === 'ordered' ? '#|' : '•|';
    }
    // A mark inside its like says nothing new.
    const bold = isBold(el) && !isBold(el.parentElement);
    const italic = isItalic(el) && !isItalic(el.parentElement);
    const mark = (on: string) => {
      line += on;
    };
    // One order of marks, however the editor nests them.
    if (tag === 'A') mark(`<a ${el.getAttribute('href')}>`);
    if (bold) mark('<b>');
    if (italic) mark('<i>');
    for (const child of el.childNodes) walk(child);
    if (italic) mark('</i>');
    if (bold) mark('</b>');
    if (tag === 'A') mark('</a>');
    if (block) close();
  };
  walk(doc.body);
  close();
  return lines;
}

const isBold = (el: Element | null): boolean =>
  el !== null && (/^(B|STRONG)$/.test(el.tagName) || (el as HTMLElement).style?.fontWeight === 'bold');

const isItalic = (el: Element | null): boolean =>
  el !== null && (/^(I|EM)$/.test(el.tagName) || (el as HTMLElement).style?.fontStyle === 'italic');
