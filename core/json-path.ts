const STEP = /\[[^\]]*\]|[^.]+/g;
const WHERE = /^\[([\w-]+)=(.+)\]$/;

/**
 * Values at a path such as `tags.*.name` or `fields.[name=Tags].values` (the items of a list whose `name` is `Tags`).
 * A path that leads nowhere gives an empty list. Own properties only.
 */
export function valuesAt(json: unknown, path: string): unknown[] {
  if (path === '') return [json];
  let level: unknown[] = [json];
  for (const step of path.match(STEP) ?? []) {
    level = level.flatMap((value) => {
      if (value === null || typeof value !== 'object') return [];
      const [, key, wanted] = WHERE.exec(step) ?? [];
      if (key !== undefined) {
        const same = wanted?.startsWith('$') ? textAt(json, wanted.slice(1)) : wanted;
        return Array.isArray(value) && same ? value.filter((item) => textAt(item, key) === same) : [];
      }
      if (step === '*') return Array.isArray(value) ? value : Object.values(value);
      return Object.hasOwn(value, step) ? [(value as Record<string, unknown>)[step]] : [];
    });
  }
  return level.filter((value) => value !== undefined && value !== null);
}

/** The first value as text; empty when there is none. */
export function textAt(json: unknown, path: string): string {
  const value = valuesAt(json, path)[0];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** All values as text, for lists of labels. A list at the end of the path is walked. */
export function textsAt(json: unknown, path: string): string[] {
  return valuesAt(json, path)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map(String);
}
