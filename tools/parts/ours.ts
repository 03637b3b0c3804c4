import type { Observation } from '../../core/observation';
import type { Ports } from '../../core/ports';
import type { AnyEffectTool, Change } from '../../core/tool';

/**
 * Whether the helpdesk's own history names the account of this look for the value as it is now. It was another one when
 * the action began, so that newest change is the action, or the very same done by hand.
 */
export async function isOurs(
  { reader }: Ports,
  { touches }: AnyEffectTool,
  input: unknown,
  { account }: Observation,
  [change]: readonly Change[],
): Promise<boolean> {
  return (
    touches.what === 'field' &&
    change !== undefined &&
    account !== '' &&
    (await reader.changedBy?.(touches.named(input), change)) === account
  );
}
