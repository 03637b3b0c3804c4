import type { Source } from '../core/engine';
import type { SuggestionView } from './view';

/** A suggestion a line that begins with a dash or a number; text around them is one of its own. Pure. */
export function suggestionsIn(text: string, sources: readonly Source[]): SuggestionView[] {
  const parts: string[] = [];
  for (const line of text.split('\n')) {
    const item = /^\s*(?:[-•]|\d+[.)])\s+(.*)$/.exec(line);
    const last = parts.length - 1;
    if (item?.[1] !== undefined) parts.push(item[1]);
    else if (line.trim() === '') parts.push('');
    else if (last >= 0 && parts[last] !== '') parts[last] += `\n${line}`;
    else parts.push(line);
  }
  return parts
    .filter((part) => part.trim() !== '')
    .map((part, i) => ({ ...split(part), id: String(i), source: sourceOf(part, sources) }));
}

/** `Title: rest` or `**Title** rest`; without either, the first words are the title. */
function split(part: string): { title: string; text: string } {
  const plain = part.replace(/\*\*/g, '');
  const colon = /^([^:\n]{3,60}):\s+([\s\S]+)$/.exec(plain);
  if (colon?.[1] && colon[2]) return { title: colon[1], text: colon[2] };
  return { title: '', text: plain };
}

function sourceOf(part: string, sources: readonly Source[]): Source | null {
  return sources.find((source) => part.includes(source.title)) ?? null;
}
