import { type Binding, conversationOf, requesterOf } from '../core/binding';
import type { Fact } from '../core/entry';
import { findField, type Observation, RECIPIENTS } from '../core/observation';
import { unmet } from '../core/precondition';
import { ok, type Result, refuse } from '../core/result';
import { type AnyEffectTool, isEffect, needsOpenBox } from '../core/tool';
import type { Channel, EffectClass, Mode } from '../core/words';
import { judge } from '../policy/judge';
import { signedText } from '../tools/custom/effect';
import { lackOf } from '../tools/parts/abilities';
import { findTool } from '../tools/registry';
import { argumentsDigest } from './arguments-digest';
import { ARMING_MS, actionData, type Card, changeContents, newRecipients, recipientsOf } from './card';
import { abilityOf, drawCustom, eyesOf } from './custom/draw';
import type { AgentDeps, PageAddress } from './deps';
import { type Desk, lookThrough } from './look';
import { loggedCall, maskedChanges } from './masked';
import { remembered } from './remember';
import { neverWrittenOn, warningsOf } from './warnings-of';

export interface Proposal {
  tool: string;
  input: unknown;
  origin: Card['origin'];
  mode: Mode;
  runId: string;
  desk: Desk;
  undoes?: string | undefined;
  partOf?: string | undefined;
  /** A look at the desk's record on the screen that was asked for already. */
  look?: Promise<Result<Observation>>;
  /** Phrases that are never written here, where they are known; read from the person's note when left out. */
  neverWrite?: string[];
  /** Writes into the log for whoever proposes; the log itself when left out. */
  append?: (fact: Fact) => Promise<Result<unknown>>;
}

/** Makes a card of a call: parsed, previewed, judged, bound and written to the log. No effect. */
export async function propose(deps: AgentDeps, proposal: Proposal): Promise<Result<Card>> {
  const card = await makeCard(deps, proposal);
  if (!card.ok) return card;
  const logged = await logProposal(deps, card.value);
  return logged.ok ? card : logged;
}

/** The card alone, before the log knows of it. */
export async function makeCard(deps: AgentDeps, proposal: Proposal): Promise<Result<Card>> {
  const tool = findTool(proposal.tool);
  if (!tool || !isEffect(tool)) return refuse('unknown-tool', proposal.tool.slice(0, 60));
  const parsed = tool.input.safeParse(proposal.input);
  if (!parsed.success) return refuse('bad-arguments', tool.name);
  const actionId = deps.newId();
  const drawn = await draw(deps, tool, parsed.data as Record<string, unknown>, { ...proposal, actionId });
  if (!drawn.ok) {
    if (drawn.refusal.code === 'policy-refused') await logRefusal(deps, proposal, drawn.refusal.detail ?? '');
    return drawn;
  }
  return ok({
    ...drawn.value,
    ...freshCard(deps, proposal),
    actionId,
    tool,
    input: parsed.data as Record<string, unknown>,
  });
}

/** What every card begins with. */
export function freshCard(
  deps: AgentDeps,
  { runId, origin, undoes, partOf }: Omit<Proposal, 'tool' | 'input'>,
) {
  return {
    actionId: deps.newId(),
    runId,
    origin,
    parts: [],
    partOf: partOf ?? null,
    undoes: undoes ?? null,
    status: 'proposed' as const,
    marked: [],
    notice: null,
    armedAt: deps.clock.mono() + ARMING_MS,
    holdEndsAt: null,
    edited: false,
    confirmed: false,
  };
}

type Drawn = Pick<
  Card,
  'seen' | 'binding' | 'class' | 'changes' | 'judgement' | 'warnings' | 'page' | 'sessionAllowed'
>;

/** What depends on the page as it is now. Called again when the page changed under a card. */
export async function draw(
  deps: AgentDeps,
  tool: AnyEffectTool,
  input: Record<string, unknown>,
  proposal: Pick<Proposal, 'origin' | 'mode' | 'desk' | 'look' | 'neverWrite'> & { actionId: string },
): Promise<Result<Drawn>> {
  const { desk } = proposal;
  const ability = abilityOf(tool, desk.seen);
  if (!ability) {
    const lack = lackOf(tool, desk.seen);
    return lack ? { ok: false, refusal: lack } : refuse(missingBecause(tool, desk.seen), tool.title(input));
  }
  const eyes = eyesOf(tool, ability.channel);
  // Both are waited for, so they are asked for together.
  const [look, neverWrite] = await Promise.all([
    (eyes === 'page' && proposal.look) || lookThrough(deps, desk, eyes),
    typeof input.body === 'string'
      ? (proposal.neverWrite ?? neverWrittenOn(deps, desk.seen.record.host))
      : [],
  ]);
  if (!look.ok) return look;
  const seen = remembered(desk.seen, look.value);
  // The newest look is what a composer on a page of its own will be remembered with.
  if (ability.channel === 'page') desk.seen = seen;
  const missing = lackOf(tool, seen) ?? unmet(tool, input, seen);
  if (missing) return { ok: false, refusal: missing };
  const preview = tool.custom
    ? await drawCustom(deps, { tool, input, actionId: proposal.actionId }, seen)
    : tool.preview(input, seen);
  if (!preview.ok) return preview;
  const bound = bind(tool, input, seen, ability.channel, desk.page);
  const binding = tool.custom ? { ...bound, outside: signedText(preview.value) } : bound;
  const recipients = tool.makes === 'agent' ? recipientsOf(seen, binding) : [];
  const warnings = await warningsOf(deps, tool, input, { seen, channel: ability.channel, neverWrite });
  const judgement = judge({
    tool: tool.name,
    class: ability.class,
    channel: ability.channel,
    mode: proposal.mode,
    origin: proposal.origin,
    offeredIn: tool.offeredIn,
    audience: tool.audience,
    money: tool.money,
    held: tool.class === 'R4' && tool.held,
    record: seen.record.type,
    visibility: null,
    newRecipients: newRecipients(seen, recipients).length,
    warnings: warnings.length,
  });
  if (judgement.verdict === 'refuse') return refuse('policy-refused', judgement.words);
  const { page, sessionAllowed } = desk;
  return ok({
    seen,
    binding,
    class: ability.class as EffectClass,
    changes: preview.value,
    judgement,
    warnings,
    page,
    sessionAllowed,
  });
}

function missingBecause(tool: AnyEffectTool, seen: Observation) {
  if (needsOpenBox(tool)) return 'nothing-to-undo' as const;
  return seen.record.type === 'document' && tool.class !== 'R1'
    ? ('no-record' as const)
    : ('not-supported' as const);
}

function bind(
  tool: AnyEffectTool,
  input: Record<string, unknown>,
  seen: Observation,
  channel: Channel,
  page: PageAddress,
): Binding {
  const { touches } = tool;
  const field = touches.what === 'field' ? findField(seen, touches.named(input), touches.scope) : undefined;
  const reached = tool.makes === 'agent' && channel !== 'page' ? findField(seen, RECIPIENTS) : undefined;
  const inBox = channel === 'page' && (touches.what === 'message' || touches.what === 'box');
  return {
    record: seen.record,
    account: seen.account,
    requester: requesterOf(seen),
    // what was seen a page before is compared as soon as somebody looks there again
    conversation: conversationOf({
      ...seen,
      showsConversation: seen.showsConversation || seen.messages.length > 0,
    }),
    // One tag is added or removed whatever the others are: a colleague's tag is no change of ours.
    values: [...(field && field.kind !== 'tags' ? [field] : []), ...(reached ? [reached] : [])].map(
      ({ scope, name, values }) => ({ scope, name, values }),
    ),
    composer: inBox
      ? {
          visibility:
            tool.makes === 'note' ? 'internal' : tool.makes === 'agent' ? 'public' : seen.composer.visibility,
          recipients: recipientsOf(seen, { channel }),
          text: seen.composer.text,
          mustBePresent: touches.what === 'message',
        }
      : null,
    channel,
    documentId: page.documentId,
  };
}

export async function logProposal(deps: AgentDeps, card: Card) {
  const fact = proposalFact(card);
  return fact.ok ? await deps.log.append(fact.value) : fact;
}

/** The fact that a card was made, with all that it says. */
export function proposalFact(card: Card): Result<Fact> {
  const digest = argumentsDigest(card);
  if (!digest.ok) return digest;
  return ok({
    kind: 'action.proposed',
    runId: card.runId,
    actor: { kind: card.origin === 'model' ? 'model' : 'user' },
    data: {
      ...actionData(card),
      toolVersion: card.tool.version,
      argumentsDigest: digest.value,
      verdict: card.judgement.verdict,
      rules: card.judgement.rules,
      documentId: card.page.documentId,
    },
    contents: {
      ...changeContents(maskedChanges(card, card.changes)),
      ...loggedCall(card),
      subject: { mediaType: 'text/plain', text: card.seen.subject || card.seen.title },
    },
  });
}

async function logRefusal(deps: AgentDeps, proposal: Proposal, words: string): Promise<void> {
  const append = proposal.append ?? deps.log.append;
  await append({
    kind: 'policy.refused',
    runId: proposal.runId,
    actor: { kind: 'policy' },
    data: { tool: proposal.tool, mode: proposal.mode, words },
  });
}
