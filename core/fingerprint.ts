import { requesterOf } from './binding';
import { sha256Hex } from './hash';
import type { Observation } from './observation';

/**
 * What an approval must find unchanged, as one SHA-256 (hex): record, requester, account, the messages with their
 * roles, where the reply box goes to, and every field's values. The text in the box is left out: it is the person's.
 */
export function fingerprint(o: Observation): string {
  return sha256Hex(
    JSON.stringify([
      [o.record.site, o.record.host, o.record.type, o.record.id],
      requesterOf(o),
      o.account,
      o.messages.map((m) => [m.key, m.role]),
      [o.composer.visibility, o.composer.recipients],
      o.fields.map((f) => [f.scope, f.name, f.values]),
    ]),
  );
}
