import { findField, type Observation, RECIPIENTS } from './observation';
import type { Refusal } from './result';
import type { AnyEffectTool } from './tool';

/** What must hold of a look before a tool may be proposed or act: a closed list that a machine can check. */
export type Precondition =
  /** A ticket or contact was recognised. */
  | 'record'
  /** It is a ticket. */
  | 'ticket'
  /** It is shown whom a message would reach. */
  | 'addressee'
  /** A reply box is there or can be opened. */
  | 'box'
  /** The field that the input means is there and can be written. */
  | 'field';

/** The first precondition of the tool that does not hold, as a refusal; null when all do. Pure. */
export function unmet(tool: AnyEffectTool, input: unknown, seen: Observation): Refusal | null {
  for (const one of tool.preconditions) {
    const refusal = CHECKS[one](seen, tool, input);
    if (refusal) return refusal;
  }
  return null;
}

type Check = (seen: Observation, tool: AnyEffectTool, input: unknown) => Refusal | null;

const CHECKS: Record<Precondition, Check> = {
  record: ({ record }) => (record.type === 'document' ? { code: 'no-record' } : null),
  ticket: ({ record }) =>
    record.type === 'ticket' ? null : { code: 'no-record', detail: 'This is done on a ticket.' },
  addressee: (seen) => {
    // a composer on a page of its own names the recipients, and not whose ticket it is
    const isNamed = !seen.showsConversation && seen.composer.recipients.length > 0;
    return seen.requester || isNamed || findField(seen, RECIPIENTS)
      ? null
      : { code: 'other-requester', detail: 'This page does not show who the reply would go to.' };
  },
  box: ({ composer }) => (composer.present || composer.openable ? null : { code: 'no-composer' }),
  field: (seen, { touches }, input) => {
    if (touches.what !== 'field') return null;
    const name = touches.named(input);
    return findField(seen, name, touches.scope)?.writable ? null : { code: 'no-such-field', detail: name };
  },
};
