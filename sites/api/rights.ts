import { textsAt } from '../../core/json-path';
import type { Lack } from '../../core/observation';
import type { Refusal } from '../../core/result';
import type { ApiDescriptor, NeededRight } from '../../core/site';

/** What the account may not do, as the record's own answer shows; undefined where the API shows nothing of it. */
export function lackingIn(write: ApiDescriptor['write'], json: unknown): Lack[] | undefined {
  const shown = Object.entries(write).filter(([, request]) => request?.right?.signs);
  if (shown.length === 0) return undefined;
  return shown.flatMap(([operation, request]) => {
    const right = request?.right;
    if (!right?.signs || right.signs.some((sign) => textsAt(json, sign).length > 0)) return [];
    return [{ operation, right: right.name }];
  });
}

/** A refusal that names the right, where the helpdesk's words say that one is missing. */
export function namingRight(refusal: Refusal, right: NeededRight | undefined): Refusal {
  const denied = refusal.code === 'no-right' || right?.denied?.test(refusal.detail ?? '') === true;
  if (!denied || !right) return refusal;
  const words = refusal.detail && !right.denied?.test(refusal.detail) ? ` ${refusal.detail}` : '';
  return { code: 'no-right', detail: `It is called “${right.name}” there.${words}` };
}
