import type * as z from 'zod/mini';
import { ok, type Result, refuse } from '../result';
import { serverOf } from './address';
import { problemsOf } from './check';
import { CustomTool, PROPERTY_SHAPES } from './format';
import { placesIn } from './places';

/** Longest file, in characters. */
const LONGEST = 64_000;
/** How many problems are told at once. */
const TOLD = 6;

/** A file of an admin as a tool, or everything that is wrong with it in words. Nothing is kept here. */
export function readToolFile(text: string, taken: readonly string[]): Result<CustomTool> {
  if (text.length > LONGEST)
    return refuse('bad-file', 'It is too long for a tool: at most 64,000 characters.');
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refuse('bad-file', `It is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (depthOf(json) > 12) return refuse('bad-file', 'It is nested too deeply.');
  const parsed = CustomTool.safeParse(json);
  const problems = parsed.success ? problemsOf(parsed.data, taken) : shapeProblems(parsed.error, json);
  if (parsed.success && problems.length === 0) return ok(parsed.data);
  const more = problems.length - TOLD;
  return refuse(
    'bad-file',
    [...problems.slice(0, TOLD), ...(more > 0 ? [`And ${more} more.`] : [])].join(' '),
  );
}

/** The one server that a checked tool speaks to. */
export function originOf(tool: CustomTool): string {
  for (const { text, kind } of placesIn(tool)) {
    const server = kind === 'url' ? serverOf(text) : null;
    if (server && 'origin' in server) return server.origin;
  }
  throw new Error(`the tool ${tool.name} speaks to no server`);
}

function depthOf(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  let deepest = 0;
  for (const one of Object.values(value)) deepest = Math.max(deepest, depthOf(one));
  return deepest + 1;
}

type Issue = z.core.$ZodIssue;

function shapeProblems(error: z.core.$ZodError, json: unknown): string[] {
  return [
    ...new Set(
      error.issues.map((issue) => `“${issue.path.join('.') || 'the file'}”: ${wordsOf(issue, json)}.`),
    ),
  ];
}

const KINDS: Record<string, string> = {
  string: 'must be text',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must be an object',
  record: 'must be an object',
};

function wordsOf(issue: Issue, json: unknown): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `there is no entry ${issue.keys.map((key) => `“${key}”`).join(', ')}`;
    case 'invalid_type':
      if (valueAt(json, issue.path) === undefined) return 'is missing';
      return KINDS[issue.expected] ?? 'is not of the right kind';
    case 'invalid_value':
      if (valueAt(json, issue.path) === undefined) return 'is missing';
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'is empty or too short'
        : `must be ${issue.minimum} or more`;
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `is longer than ${issue.maximum}`
        : `must be ${issue.maximum} or less`;
    case 'invalid_format':
      return 'is not written as it must be (docs/custom-tools.md says how)';
    case 'invalid_union':
      return propertyWords(valueAt(json, issue.path));
    default:
      return 'is not right';
  }
}

/** A union says nothing of use: an input's property is checked again by the shape that its type means. */
function propertyWords(value: unknown): string {
  const object = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const shape =
    object.type === 'integer'
      ? PROPERTY_SHAPES.whole
      : object.type === 'boolean'
        ? PROPERTY_SHAPES.flag
        : object.type === 'string'
          ? 'enum' in object
            ? PROPERTY_SHAPES.choice
            : PROPERTY_SHAPES.text
          : null;
  if (!shape) return 'its type must be "string", "integer" or "boolean"';
  const parsed = shape.safeParse(value);
  if (parsed.success) return 'is not right';
  return parsed.error.issues.map((one) => `${one.path.join('.')} ${wordsOf(one, value)}`.trim()).join(', ');
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const step of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
