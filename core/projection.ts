import { canonical } from './canonical';
import type { ActionState } from './fold';
import type { Result } from './result';

/** What a log adds up to, as one text: the store and a replay of its export must give the same bytes. */
export function projectionText(actions: readonly ActionState[]): Result<string> {
  return canonical({ type: 'projection', version: 1, actions });
}
