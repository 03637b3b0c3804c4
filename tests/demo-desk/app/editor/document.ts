import { DOMParser, DOMSerializer, type Node } from 'prosemirror-model';
import type { Mode } from '../types';
import { schema } from './schema';

function parse(html: string): Node {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return DOMParser.fromSchema(schema).parse(holder);
}

/** What the box holds before anybody typed: the signature under an empty line, or nothing in a note. */
export function emptyDocument(mode: Mode, agentName: string): Node {
  if (mode === 'internal') return parse('<p></p>');
  const holder = document.createElement('span');
  holder.textContent = agentName;
  return parse(
    `<p></p><div class="signature"><p>Kind regards,<br>${holder.innerHTML}<br>Saltmarsh Outfitters</p></div>`,
  );
}

export function toHtml(doc: Node): string {
  const holder = document.createElement('div');
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content));
  return holder.innerHTML;
}

export const fragmentOf = (html: string) => parse(html).content;
