import type { CustomTool } from '../../core/custom/format';
import type { Blanks } from '../../core/custom/template';
import { sha256Hex } from '../../core/hash';
import type { Observation } from '../../core/observation';
import { recordKey } from '../../core/record';
import type { Input } from './input';
import { decimalOf } from './money';
import { markerText } from './requests';

/** The input under which undo is told what was made. */
export const MADE = 'made';

/** Everything that the templates of a tool may ask for, before its server was asked anything. */
export function blanksFor(tool: CustomTool, input: Input, seen: Observation, key: string): Blanks {
  const { money } = tool;
  const amount = money ? input[money.input] : undefined;
  const made = input[MADE];
  return {
    input,
    seen,
    key,
    marker: markerText(sha256Hex(JSON.stringify([tool.name, recordKey(seen.record)]))),
    made: typeof made === 'string' ? made : '',
    before: null,
    money: money
      ? {
          decimal: typeof amount === 'number' ? decimalOf(amount, money.decimals) : '',
          currency: money.currency,
        }
      : null,
  };
}
