/**
 * A type of a vendor's own client as it goes over the wire: a date is text, and what may be absent may be null as
 * well, since those clients are generated with one word for both.
 */
export type Wire<T> = T extends Date
  ? string
  : T extends string
    ? `${T}`
    : T extends object
      ? {
          [K in keyof T]: undefined extends T[K]
            ? Wire<Exclude<T[K], undefined>> | null | undefined
            : Wire<T[K]>;
        }
      : T;
