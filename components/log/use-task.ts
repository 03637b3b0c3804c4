import { useState } from 'react';
import { reasonWords } from '../../core/reasons';
import type { Result } from '../../core/result';

export interface Task {
  busy: boolean;
  /** How the last one went, in words; empty before the first. */
  words: string;
  good: boolean;
  run<T>(work: () => Promise<Result<T>>, then: (value: T) => string): void;
}

/** One thing at a time that takes a while and may be refused. */
export function useTask(): Task {
  const [state, setState] = useState({ busy: false, words: '', good: true });
  return {
    ...state,
    run: (work, then) => {
      setState({ busy: true, words: '', good: true });
      work().then(
        (result) =>
          setState(
            result.ok
              ? { busy: false, words: then(result.value), good: true }
              : { busy: false, words: reasonWords(result.refusal.code, result.refusal.detail), good: false },
          ),
        (reason) => {
          setState({ busy: false, words: 'That did not work. Reload this page and try again.', good: false });
          reportError(reason);
        },
      );
    },
  };
}
