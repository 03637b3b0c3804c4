import { textAt } from '../json-path';
import { findField, type Observation } from '../observation';
import { ok, type Result, refuse } from '../result';
import type { Body } from './format';

/** Everything that a blank may stand for. None of it is chosen by a model but `input`. */
export interface Blanks {
  input: Readonly<Record<string, unknown>>;
  seen: Observation;
  /** The action's own key. */
  key: string;
  /** The same for every action of this tool on this record. */
  marker: string;
  /** What the send made, as the server calls it; empty until it is known. */
  made: string;
  /** The answer of `before`. */
  before: unknown;
  money: { decimal: string; currency: string } | null;
}

const BLANK = /\{([^{}]*)\}/g;

/** The names of the blanks of a template, in order. */
export function blanksIn(template: string): string[] {
  return [...template.matchAll(BLANK)].map(([, name = '']) => name);
}

/** A brace that opens or closes nothing. */
export function hasLooseBrace(template: string): boolean {
  return /[{}]/.test(template.replace(BLANK, ''));
}

/** Fills a text. `encode` for addresses. Refused where a blank has no value: nothing is sent half filled. */
export function fillText(
  template: string,
  blanks: Blanks,
  encode: (value: string) => string = (value) => value,
): Result<string> {
  let missing: string | null = null;
  const text = template.replace(BLANK, (_, name: string) => {
    const value = whatStands(name, blanks);
    if (value === undefined || value === '') missing ??= name;
    return encode(String(value ?? ''));
  });
  return missing === null ? ok(text) : refuse('missing-value', `${wordsFor(missing)}.`);
}

/** Fills a body. A text that is one blank and nothing else keeps the type of its value. */
export function fillBody(template: Body, blanks: Blanks): Result<unknown> {
  if (typeof template === 'string') {
    const only = /^\{([^{}]*)\}$/.exec(template)?.[1];
    const value = only === undefined ? undefined : whatStands(only, blanks);
    if (typeof value === 'number' || typeof value === 'boolean') return ok(value);
    return fillText(template, blanks);
  }
  if (Array.isArray(template)) return all(template.map((item) => fillBody(item, blanks)));
  if (template === null || typeof template !== 'object') return ok(template);
  const keys = Object.keys(template);
  const values = all(keys.map((key) => fillBody(template[key] ?? null, blanks)));
  return values.ok ? ok(Object.fromEntries(keys.map((key, i) => [key, values.value[i]]))) : values;
}

function all(results: Result<unknown>[]): Result<unknown[]> {
  const bad = results.find((one) => !one.ok);
  return bad && !bad.ok ? bad : ok(results.map((one) => (one.ok ? one.value : null)));
}

function whatStands(name: string, blanks: Blanks): unknown {
  const { seen, input } = blanks;
  const [root = '', ...rest] = name.split('.');
  const path = rest.join('.');
  switch (root) {
    case 'input':
      return Object.hasOwn(input, path) ? input[path] : undefined;
    case 'record':
      return { id: seen.record.id, host: seen.record.host, subject: seen.subject }[path];
    case 'requester':
      return { email: seen.requester?.email, name: seen.requester?.name }[path];
    case 'account':
      return seen.account;
    case 'field':
      return findField(seen, path)?.values[0];
    case 'before':
      return textAt(blanks.before, path);
    case 'money':
      return blanks.money
        ? { decimal: blanks.money.decimal, currency: blanks.money.currency }[path]
        : undefined;
    case 'key':
    case 'marker':
    case 'made':
      return blanks[root];
    default:
      return undefined;
  }
}

/** What is missing, for a person. */
function wordsFor(name: string): string {
  const [root = '', ...rest] = name.split('.');
  const path = rest.join('.');
  if (root === 'requester') return `The page does not show the requester’s ${path}`;
  if (root === 'field') return `The page shows nothing under “${path}”`;
  if (root === 'before') return `The server’s answer has no “${path}”`;
  if (root === 'input') return `“${path}” is empty`;
  return `The ${name} is not known`;
}
