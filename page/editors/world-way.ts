import type { Block } from '../../core/markup';
import { askWorld } from '../world/ask';
import { Done, Probe, Read, Text } from '../world/protocol';
import { domLines, isListMark, linksOf } from './dom-lines';
import type { EditorFamily, EditorRead, Way } from './family';

/** Through the editor's own interface, in the page's world. */
export const worldWay: Way = {
  name: 'world',
  abilities(el) {
    const asked = askWorld(el, Probe, { op: 'probe' });
    return asked.status === 'value' ? asked.value : null;
  },
  insert(el, blocks: Block[]) {
    el.focus({ preventScroll: true });
    const asked = askWorld(el, Text, { op: 'insert', blocks });
    if (asked.status !== 'value') throw new Error(asked.status === 'failed' ? asked.words : 'no editor');
    return asked.value;
  },
  takeOut(el, lines, taken) {
    const asked = askWorld(el, Done, { op: 'take-out', lines, taken });
    return asked.status === 'value' && asked.value;
  },
};

/** The editor's own model; without the page's half, the document. */
export function readEither(el: HTMLElement): EditorRead {
  const asked = askWorld(el, Read, { op: 'read' });
  return asked.status === 'value' ? { ...asked.value, html: el.innerHTML } : readDom(el);
}

/** Numbers that editors count up for what they draw: no part of what is written. In tags only, never in the text. */
const COUNTED = / (id|data-(offset-)?key)="[^"]*"(?=[^<>]*>)/g;

export function readDom(el: HTMLElement): EditorRead {
  return {
    lines: domLines(el).map((l) => l.text),
    links: linksOf(el),
    items:
      el.querySelectorAll('li').length +
      [...el.querySelectorAll('[contenteditable]')].filter(isListMark).length,
    strong: el.querySelectorAll('b, strong, [style*="font-weight"]').length,
    em: el.querySelectorAll('i, em, [style*="font-style"]').length,
    html: el.innerHTML,
    model: el.innerHTML.replace(COUNTED, ''),
    selection: '',
  };
}

/** A family whose editor has an interface of its own, with other ways for when it cannot be reached. */
export function worldFamily(name: string, selector: string, others: Way[]): EditorFamily {
  return {
    name,
    plain: false,
    unmanaged: false,
    matches: (el) => el.matches(selector),
    read: readEither,
    select(el, selection) {
      if (selection !== '') askWorld(el, Done, { op: 'select', selection });
    },
    ways: [worldWay, ...others],
  };
}
