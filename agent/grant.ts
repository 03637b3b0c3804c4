import type { Fact } from '../core/entry';
import { fingerprint } from '../core/fingerprint';
import { digestOf } from '../core/hash';
import { ok, type Refusal, type Result } from '../core/result';
import { argumentsDigest } from './arguments-digest';
import { actionData, type Card, viewOf } from './card';
import type { Context } from './context';
import { loggedCall } from './masked';

/** Writes the signature as a fact, with everything it binds. Null when it is written, else why not. */
export async function grant(context: Context, card: Card): Promise<Refusal | null> {
  const fact = grantFact(context, card);
  if (!fact.ok) return fact.refusal;
  const written = await context.deps.log.append(fact.value);
  return written.ok ? null : written.refusal;
}

/** The signature, with everything it binds. */
export function grantFact(context: Context, card: Card): Result<Fact> {
  const view = viewOf(card);
  const changes = view.changes.map((c) => [c.field, c.before, c.after]);
  const cardDigest = digestOf([
    'countersign-card-v1',
    [view.title, view.recordWords, view.account, view.channel],
    [view.body, changes, view.recipients, view.visibility, view.undoWords],
    view.parts.map((part) => [
      part.title,
      part.body,
      part.channel,
      part.changes.map((c) => [c.field, c.before, c.after]),
    ]),
    ...(view.server === null ? [] : [[view.server, view.money]]),
  ]);
  const call = argumentsDigest(card);
  if (!cardDigest.ok) return cardDigest;
  if (!call.ok) return call;
  return ok({
    kind: 'approval.granted',
    runId: card.runId,
    actor: { kind: 'user' },
    data: {
      ...actionData(card),
      approvalId: context.deps.newId(),
      argumentsDigest: call.value,
      cardDigest: cardDigest.value,
      fingerprint: fingerprint(card.seen),
      documentId: card.page.documentId,
      toolVersion: card.tool.version,
      extensionVersion: context.deps.extensionVersion,
      edited: card.edited,
      rules: card.judgement.rules,
    },
    contents: { input: loggedCall(card).input },
  });
}
