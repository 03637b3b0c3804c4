import type { Ports } from '../../core/ports';
import type { AnyEffectTool, Change } from '../../core/tool';

/**
 * Whether the helpdesk's own history names this account for the value as it is now. It was another one when the action
 * began, so a newest line of this account's is the action, or the very same done by hand.
 */
export async function historySays(
  { reader }: Ports,
  { touches }: AnyEffectTool,
  input: unknown,
  account: string,
  [change]: readonly Change[],
): Promise<boolean> {
  if (touches.what !== 'field' || !change || account === '') return false;
  const [before, after] = [change.before ?? '', change.after ?? ''];
  const name = touches.named(input);
  const lines = (await reader.history?.())?.filter((line) => line.field === name) ?? [];
  // one line of a list tells of one tag
  const own = name === 'tags' ? lines.filter((l) => [l.before, l.after].includes(after || before)) : lines;
  const last = own.at(-1);
  return last?.who === account && last.after === after;
}
