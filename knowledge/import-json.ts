import * as z from 'zod/mini';
import { ArticleState, MacroStep } from '../core/knowledge';
import type { RawItems } from './import-csv';

/** The keys of an item. `id` and `origin` may stand there, as in a list that was exported, and are made anew. */
const JsonItem = z.strictObject({
  title: z.string(),
  text: z.string(),
  kind: z.optional(z.string()),
  language: z.optional(z.string()),
  keywords: z.optional(z.array(z.string())),
  steps: z.optional(z.array(MacroStep)),
  updatedAt: z.optional(z.string()),
  url: z.optional(z.string()),
  state: z.optional(ArticleState),
  id: z.optional(z.string()),
  origin: z.optional(z.string()),
});

const POISON = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a list of items, or `{"items": [...]}`. */
export function readJson(text: string): RawItems {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return { flaw: 'This is not JSON, or it is cut off.' };
    throw error;
  }
  const list = Array.isArray(value)
    ? value
    : isRecord(value) && Object.keys(value).join() === 'items'
      ? value.items
      : null;
  if (!Array.isArray(list)) return { flaw: 'Expected a list of items, or {"items": [ … ]}.' };
  const items: Extract<RawItems, { items: unknown }>['items'] = [];
  for (const [i, entry] of list.entries()) {
    const where = `Item ${i + 1}`;
    const key = poisoned(entry, 0);
    if (key !== null) return { flaw: `${where}: the key “${key}” is not allowed.` };
    const parsed = JsonItem.safeParse(entry);
    if (!parsed.success) return { flaw: `${where}: ${issueWords(parsed.error.issues[0])}.` };
    const { id: _id, origin: _origin, ...raw } = parsed.data;
    items.push({ where, raw });
  }
  return { items };
}

/** The first key of the prototype, at any depth that an item can have; deeper is refused by the schema. */
function poisoned(value: unknown, depth: number): string | null {
  if (typeof value !== 'object' || value === null || depth > 4) return null;
  for (const key of Object.keys(value)) {
    if (POISON.has(key)) return key;
    const inner = poisoned((value as Record<string, unknown>)[key], depth + 1);
    if (inner !== null) return inner;
  }
  return null;
}

function issueWords(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys')
    return `the key “${issue.keys[0]?.slice(0, 40) ?? ''}” is not known`;
  const path = issue?.path.join('.') ?? '';
  return path === ''
    ? 'it is not an item with title and text'
    : `“${path}” is missing or not in the right form`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
