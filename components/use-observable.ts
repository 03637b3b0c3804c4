import { useEffect, useState } from 'react';

/** What a Dexie live query offers, and all that is needed of it. */
export interface ObservableLike<T> {
  subscribe(next: (value: T) => void, error?: (reason: unknown) => void): { unsubscribe(): void };
}

export interface Observed<T> {
  /** The latest value, or null until the first one arrives. */
  value: T | null;
  /** The source ended with an error; `value` is what was known before. */
  failed: boolean;
}

/**
 * Turns an observable into React state. Hand it the same observable on every render: a new one means a new
 * subscription. An error is shown by the caller and reported to the browser, because a query that fails is a bug.
 */
export function useObservable<T>(source: ObservableLike<T>): Observed<T> {
  const [observed, setObserved] = useState<Observed<T>>({ value: null, failed: false });
  useEffect(() => {
    const subscription = source.subscribe(
      (value) => setObserved({ value, failed: false }),
      (reason) => {
        setObserved((last) => ({ ...last, failed: true }));
        reportError(reason);
      },
    );
    return () => subscription.unsubscribe();
  }, [source]);
  return observed;
}
