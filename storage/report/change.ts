import * as z from 'zod/mini';
import { escapeHtml } from './html';

const Sides = z.array(z.strictObject({ field: z.string(), value: z.nullable(z.string()) }));

/** Texts that are shown with the action elsewhere, or that only a program reads. */
const NOT_SHOWN = new Set(['title', 'subject', 'input', 'binding', 'restore', 'before', 'after']);
const WORDS: Record<string, string> = {
  observed: 'What the helpdesk did because of it',
  detail: 'What was said about it',
  reason: 'Why the person said no',
};

/**
 * What an action changed and what was said about it, for reading.
 * @param texts by name; null for one that is not there
 */
export function textsHtml(texts: ReadonlyMap<string, string | null>): string {
  const boxes = [...texts]
    .filter(([name, text]) => !NOT_SHOWN.has(name) || (isSide(name) && sidesOf(text) === null))
    .map(([name, text]) => boxHtml(WORDS[name] ?? name, text === null ? null : plainList(text)));
  return [changesHtml(texts), boxes.length > 0 ? `<div class="texts">${boxes.join('')}</div>` : ''].join('');
}

function changesHtml(texts: ReadonlyMap<string, string | null>): string {
  const before = sidesOf(texts.get('before') ?? null);
  const after = sidesOf(texts.get('after') ?? null);
  if (!before && !after) return '';
  const rows = (after ?? before ?? []).map(({ field }, i) => {
    const [was, is] = [before?.[i]?.value ?? null, after?.[i]?.value ?? null];
    return `<tr><th>${escapeHtml(field)}</th><td>${valueHtml(was)}</td><td>${valueHtml(is)}</td></tr>`;
  });
  return `<table class="change"><thead><tr><th>Field</th><th>Before</th><th>After</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function valueHtml(value: string | null): string {
  return value === null || value === ''
    ? '<em>empty</em>'
    : `<div class="value" dir="auto">${escapeHtml(value)}</div>`;
}

function boxHtml(label: string, text: string | null): string {
  const body = text === null ? '<em>not in this file</em>' : escapeHtml(text);
  return `<div><div class="label">${escapeHtml(label)}</div><div class="text" dir="auto">${body}</div></div>`;
}

const isSide = (name: string): boolean => name === 'before' || name === 'after';

/** Null for what is not the list of fields that the panel writes. */
function sidesOf(text: string | null): z.infer<typeof Sides> | null {
  const sides = Sides.safeParse(jsonOf(text));
  return sides.success ? sides.data : null;
}

/** A list of sentences, one a line; anything else as it is. */
function plainList(text: string): string {
  const list = z.array(z.string()).safeParse(jsonOf(text));
  return list.success ? list.data.join('\n') : text;
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
