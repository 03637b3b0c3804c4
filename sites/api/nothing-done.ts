import { textsAt } from '../../core/json-path';
import type { Lack } from '../../core/observation';
import type { Guard } from '../../core/ports';
import type { Refusal } from '../../core/result';
import type { AskedApi, RequestDescriptor, WriteOperation } from '../../core/site';
import type { ApiLook } from './reader';
import { lackingIn, namingRight } from './rights';
import { type Answer, send, type Transport } from './send';

/** A write that was sent. */
export interface Sent {
  operation: WriteOperation;
  request: RequestDescriptor;
  /** The version that was sent along. */
  version: string;
  id: string;
  transport: Transport;
  guard: Guard;
  /** A look that is taken only when it is needed; null when there is none to be had. */
  again: () => Promise<ApiLook | null>;
}

/** Why a write was refused, in more than the helpdesk's own words: the right that lacks, or the values since. */
export async function whyRefused(
  refusal: Refusal,
  { operation, request, guard, again }: Sent,
): Promise<Refusal> {
  const named = namingRight(refusal, request.right);
  if (named.code !== 'changed-since' && named.code !== 'site-refused') return named;
  const look = await again();
  if (!look) return named;
  return (
    lackSeen(look.seen.lacking, operation, request) ??
    (named.code === 'changed-since' ? guard(look.seen) : null) ??
    named
  );
}

/**
 * Whether an answer of yes meant no: some helpdesks answer 200 and put into words that nothing was done. Where every
 * change makes a new version, the same version afterwards says so in any language.
 */
export async function whyNothing(
  api: AskedApi,
  answer: Answer,
  { operation, request, version, id, transport }: Sent,
): Promise<Refusal | null> {
  if (!api.version?.moves || request.unguarded || version === '') return null;
  const record = await send(api.record.request, { id }, transport);
  if (!record.ok || record.value.header(api.version.header) !== version) return null;
  const words = textsAt(answer.json, '').join(' ').slice(0, 300);
  const lacks = lackingIn(api.write, record.value.json);
  return (
    lackSeen(lacks, operation, request) ?? namingRight({ code: 'site-refused', detail: words }, request.right)
  );
}

function lackSeen(
  lacking: Lack[] | undefined,
  operation: WriteOperation,
  { right }: RequestDescriptor,
): Refusal | null {
  const lacks = lacking?.some((one) => one.operation === operation);
  return lacks && right ? namingRight({ code: 'no-right' }, right) : null;
}
