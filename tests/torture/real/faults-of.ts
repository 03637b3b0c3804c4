import type { Entry } from '../../../core/entry';
import { foldActions } from '../../../core/fold';
import { unsettled } from './log-of';

/** What is wrong with what the log says of one action, beside what was really done; empty when all is well. */
export function faultsOf(entries: Entry[], effects: number): string[] {
  const faults: string[] = [];
  if (effects > 1) faults.push(`done ${effects} times`);
  const actions = foldActions(entries);
  if (actions.length > 1) faults.push(`${actions.length} actions for one`);
  const status = actions[0]?.status ?? 'none';
  const started = entries.filter((e) => e.kind === 'action.started').length;
  if (effects > 0 && started === 0) faults.push('an effect that the log does not know');
  if (started > 1) faults.push('started twice');
  if (status === 'done' && effects === 0) faults.push('the log says done, and nothing was');
  if (effects > 0 && status !== 'done' && status !== 'unknown')
    faults.push(`the log says ${status}, and it happened`);
  faults.push(...unsettled(entries).map((what) => `left open: ${what}`));
  return faults;
}
