import type { JsonValue } from '../core/entry';
import { ok, type Result, refuse } from '../core/result';

/** Deeper than any tool's input, and far from any stack's end. */
const MAX_DEPTH = 32;

const POISON = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * JSON as it is meant for tool arguments: one value for one text. `JSON.parse` lets the last of two equal keys win,
 * so two readers of one text may disagree; here that is refused (`bad-arguments`), and so are keys of the prototype.
 */
export function parseStrictJson(text: string): Result<JsonValue> {
  const flaw = firstFlaw(text);
  if (flaw) return refuse('bad-arguments', flaw);
  try {
    return ok(JSON.parse(text) as JsonValue);
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('bad-arguments', 'It is not JSON.');
    throw error;
  }
}

/** One walk over the tokens: depth, repeated keys, keys of the prototype. Syntax is left to `JSON.parse`. */
function firstFlaw(text: string): string | null {
  // Per open bracket: the keys met so far, or null for a list.
  const open: (Set<string> | null)[] = [];
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/gs;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const piece = match[0];
    if (piece === '{' || piece === '[') {
      open.push(piece === '{' ? new Set() : null);
      if (open.length > MAX_DEPTH) return 'It is nested too deeply.';
    } else if (piece === '}' || piece === ']') {
      open.pop();
    } else if (/^\s*:/.test(text.slice(token.lastIndex, token.lastIndex + 64))) {
      const key = unescaped(piece);
      if (POISON.has(key)) return `The key “${key}” is not allowed.`;
      const keys = open.at(-1);
      if (keys?.has(key)) return `The key “${key.slice(0, 40)}” stands there twice.`;
      keys?.add(key);
    }
  }
  return null;
}

/** `"\u005f_proto__"` is `__proto__`. */
function unescaped(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\u([0-9a-f]{4})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(.)/g, '$1');
}
