import type { WriteAnswer } from '../../core/ports';
import type { ReasonCode } from '../../core/reasons';
import type { Refusal } from '../../core/result';

export const accepted: WriteAnswer = { outcome: 'accepted' };

export const refusedBy = (refusal: Refusal): WriteAnswer => ({ outcome: 'refused', refusal });

export const refused = (code: ReasonCode, detail?: string): WriteAnswer =>
  refusedBy(detail === undefined ? { code } : { code, detail });
