/**
 * The part of `zod/mini` that the scripts in a page need, at a tenth of its size: the build puts it in zod's place
 * there (`scripts/build/small-parts.ts`). It judges the same and says less: only that a value does not fit, not where.
 * `tests/core/small-zod.test.ts` compares the two on every schema that a page meets.
 */

/** What a reader answers when the value does not fit. */
const NO = Symbol('does not fit');
type Read = (value: unknown) => unknown;
type Check = (value: unknown) => boolean;

class Schema {
  constructor(
    readonly read: Read,
    /** May be left out as a key of an object. */
    readonly leavable = false,
    /** Of an object: the values that one of its keys may have. */
    readonly shape: Record<string, Schema> = {},
    readonly values: readonly unknown[] = [],
  ) {}

  check(...checks: Check[]): Schema {
    return new Schema((value) => {
      const read = this.read(value);
      return read !== NO && checks.every((one) => one(read)) ? read : NO;
    }, this.leavable);
  }

  safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: Error } {
    const data = this.read(value);
    return data === NO
      ? { success: false, error: new Error('It does not have the right form.') }
      : { success: true, data };
  }

  parse(value: unknown): unknown {
    const said = this.safeParse(value);
    if (!said.success) throw said.error;
    return said.data;
  }
}

/* @__NO_SIDE_EFFECTS__ */
function when(fits: Check): Schema {
  return new Schema((value) => (fits(value) ? value : NO));
}

/* @__NO_SIDE_EFFECTS__ */
export function config(_settings: unknown): void {
  // there is nothing to set
}

/* @__NO_SIDE_EFFECTS__ */
export function string(): Schema {
  return when((value) => typeof value === 'string');
}

/* @__NO_SIDE_EFFECTS__ */
export function number(): Schema {
  return when((value) => Number.isFinite(value));
}

/* @__NO_SIDE_EFFECTS__ */
export function int(): Schema {
  return when((value) => Number.isSafeInteger(value));
}

/* @__NO_SIDE_EFFECTS__ */
export function boolean(): Schema {
  return when((value) => typeof value === 'boolean');
}

/* @__NO_SIDE_EFFECTS__ */
export function unknown(): Schema {
  return new Schema((value) => value);
}

/* @__NO_SIDE_EFFECTS__ */
export function literal(only: unknown): Schema {
  return new Schema((value) => (value === only ? value : NO), false, {}, [only]);
}

/* @__NO_SIDE_EFFECTS__ */
function oneOf(values: readonly string[]): Schema {
  return new Schema((value) => (values.includes(value as string) ? value : NO), false, {}, values);
}

export { oneOf as enum };

/* @__NO_SIDE_EFFECTS__ */
export function nullable(inner: Schema): Schema {
  return new Schema((value) => (value === null ? null : inner.read(value)));
}

/* @__NO_SIDE_EFFECTS__ */
export function optional(inner: Schema): Schema {
  return new Schema((value) => (value === undefined ? undefined : inner.read(value)), true);
}

/* @__NO_SIDE_EFFECTS__ */
export function lazy(make: () => Schema): Schema {
  return new Schema((value) => make().read(value));
}

/* @__NO_SIDE_EFFECTS__ */
export function array(item: Schema): Schema {
  return new Schema((value) => {
    if (!Array.isArray(value)) return NO;
    const read = Array.from(value, (one) => item.read(one));
    return read.includes(NO) ? NO : read;
  });
}

/* @__NO_SIDE_EFFECTS__ */
export function strictObject(shape: Record<string, Schema>): Schema {
  return new Schema(
    (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return NO;
      const given = value as Record<string, unknown>;
      if (Object.keys(given).some((key) => !Object.hasOwn(shape, key))) return NO;
      const made: Record<string, unknown> = {};
      for (const [key, inner] of Object.entries(shape)) {
        if (!Object.hasOwn(given, key)) {
          if (!inner.leavable) return NO;
          continue;
        }
        const read = inner.read(given[key]);
        if (read === NO) return NO;
        made[key] = read;
      }
      return made;
    },
    false,
    shape,
  );
}

/* @__NO_SIDE_EFFECTS__ */
export function record(name: Schema, inner: Schema): Schema {
  return new Schema((value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return NO;
    const made: Record<string, unknown> = {};
    for (const [key, given] of Object.entries(value)) {
      if (key === '__proto__') continue;
      const read = inner.read(given);
      if (read === NO || name.read(key) === NO) return NO;
      made[key] = read;
    }
    return made;
  });
}

/* @__NO_SIDE_EFFECTS__ */
export function union(options: readonly Schema[]): Schema {
  return new Schema((value) => {
    for (const option of options) {
      const read = option.read(value);
      if (read !== NO) return read;
    }
    return NO;
  });
}

/* @__NO_SIDE_EFFECTS__ */
export function discriminatedUnion(key: string, options: readonly Schema[]): Schema {
  return new Schema((value) => {
    const said = (value as Record<string, unknown> | null | undefined)?.[key];
    return options.find((option) => option.shape[key]?.values.includes(said))?.read(value) ?? NO;
  });
}

/* @__NO_SIDE_EFFECTS__ */
export function nonnegative(): Check {
  return (value) => (value as number) >= 0;
}

/* @__NO_SIDE_EFFECTS__ */
export function gte(least: number): Check {
  return (value) => (value as number) >= least;
}

/* @__NO_SIDE_EFFECTS__ */
export function lte(most: number): Check {
  return (value) => (value as number) <= most;
}

/* @__NO_SIDE_EFFECTS__ */
export function minLength(least: number): Check {
  return (value) => (value as string).length >= least;
}

/* @__NO_SIDE_EFFECTS__ */
export function maxLength(most: number): Check {
  return (value) => (value as string).length <= most;
}

/* @__NO_SIDE_EFFECTS__ */
export function regex(pattern: RegExp): Check {
  return (value) => pattern.test(value as string);
}

/* @__NO_SIDE_EFFECTS__ */
export function refine(holds: (value: never) => boolean): Check {
  return holds as Check;
}
