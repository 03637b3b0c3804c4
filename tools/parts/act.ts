import { type Binding, checkBinding } from '../../core/binding';
import { findField, type Observation } from '../../core/observation';
import { type ActOutcome, failed, unknown } from '../../core/outcome';
import type { Ports, WriteAnswer } from '../../core/ports';
import { unmet } from '../../core/precondition';
import { type AnyEffectTool, type Change, newMessages, type Verdict } from '../../core/tool';
import { lackOf } from './abilities';
import { commitInTime, withRight } from './commit';
import { lookLater, rulesSeen } from './observe-rules';
import { isOurs } from './ours';
import { PATIENCE, type Patience, pause } from './patience';

/** Everything one act needs. */
export interface Act {
  tool: AnyEffectTool;
  input: unknown;
  binding: Binding;
  ports: Ports;
  patience?: Patience;
}

/**
 * Look, compare, act, look again. The same for every tool and every channel.
 * @returns what is proved: done, failed (nothing happened) or unknown (it may have happened).
 */
export async function act(all: Act): Promise<ActOutcome> {
  try {
    return await lookAndAct(all);
  } finally {
    all.ports.reader.close?.();
  }
}

async function lookAndAct({ tool, input, binding, ports, patience = PATIENCE }: Act): Promise<ActOutcome> {
  const first = await ports.reader.look();
  if (!first.ok) return failed(first.refusal);
  const before = first.value;
  const stale = checkBinding(binding, before);
  if (stale) return failed(stale);
  const missing = lackOf(tool, before) ?? unmet(tool, input, before);
  if (missing) return failed(missing);
  const preview = tool.preview(input, before);
  if (!preview.ok) return failed(preview.refusal);
  // An API refuses by itself; a page would take the click, and say no where nobody looks.
  const mayStill = (live: Observation) => (ports.writer.channel === 'page' ? lackOf(tool, live) : null);
  const answer = await commitInTime(
    tool,
    input,
    ports,
    (live) => checkBinding(binding, live) ?? mayStill(live),
  );
  if (answer.outcome === 'refused') {
    const seen = answer.sent ? await ports.reader.look() : null;
    const isSo = seen?.ok && (await tool.verify(input, before, seen.value, answer, ports)) === 'confirmed';
    if (!isSo) return failed(withRight(tool, answer.refusal));
    // It is as it was asked for: our own doing, refused the second time, or somebody else's. Of a message its text tells.
    const ours = tool.makes || (await isOurs(ports, tool, input, before, preview.value));
    if (!ours) return { ...unknown({ code: 'seems-so' }), changes: preview.value };
  }
  return await prove({ tool, input, before, changes: preview.value, answer, ports, patience });
}

interface Proof {
  tool: AnyEffectTool;
  input: unknown;
  before: Observation;
  changes: Change[];
  answer: WriteAnswer;
  ports: Ports;
  patience?: Patience;
}

/** Reads the record back until the effect shows or patience ends. Also used after the page was loaded anew. */
export async function prove({
  tool,
  input,
  before,
  changes,
  answer,
  ports,
  patience = PATIENCE,
}: Proof): Promise<ActOutcome> {
  const deadline = Date.now() + patience.proofMs;
  let verdict: Verdict = 'unknown';
  let after: Observation | null = null;
  for (;;) {
    const look = await ports.reader.look();
    if (look.ok) {
      after = look.value;
      verdict = await tool.verify(input, before, after, answer, ports);
      if (verdict === 'confirmed') break;
    }
    if (Date.now() >= deadline) break;
    await pause(patience.pollMs);
  }
  const key = answer.outcome === 'accepted' ? (answer.messageKey ?? null) : null;
  const restore = answer.outcome === 'accepted' ? (answer.restore ?? null) : null;
  // Once more after a while: rules of the helpdesk have run by then, and a control that only held our own typing has
  // gone back to what is saved.
  const later = verdict === 'confirmed' && tool.observes ? await lookLater(ports, patience) : null;
  const last = later ?? after;
  const said = ports.reader.complaint?.(tool.touches);
  // Of a list that is bound by no value the look before is not known: what the history says of it counts.
  const back =
    last !== null &&
    isAsBefore(tool, input, before, last) &&
    !(verdict === 'confirmed' && (await isOurs(ports, tool, input, before, changes)));
  if (verdict === 'confirmed' && after && last && !back && !(said && isControl(tool, input, last))) {
    return {
      status: 'done',
      refusal: null,
      changes: withEditorText(withReadBack(changes, tool, input, last), answer),
      messageKey: key ?? madeMessage(tool, before, after),
      restore,
      observed: later ? rulesSeen(tool, input, before, later) : [],
      proof: restore ? 'Read back from the editor.' : `Read back from the record (${ports.writer.channel}).`,
    };
  }
  if (said && back) return failed({ code: 'site-refused', detail: `It says: ${said}` });
  // Accepted and not to be seen is not "failed": it may show later, and must not be tried again.
  const lost = { code: 'not-proved', ...(said ? { detail: `The page says: ${said}` } : {}) } as const;
  return {
    status: 'unknown',
    refusal: answer.outcome === 'unknown' ? answer.refusal : lost,
    changes,
    messageKey: key,
    restore,
    observed: [],
    proof: '',
  };
}

/**
 * The field holds what it held. With a complaint of the page that means: it did not happen. Of a message this is never
 * believed: it may have left all the same.
 */
function isAsBefore(tool: AnyEffectTool, input: unknown, before: Observation, after: Observation): boolean {
  const [was, now] = [before, after].map((seen) => fieldOf(tool, input, seen));
  return was !== undefined && now !== undefined && was.values.join('\n') === now.values.join('\n');
}

/** Read off the control into which it was typed: beside a complaint that is no proof. */
function isControl(tool: AnyEffectTool, input: unknown, seen: Observation): boolean {
  const field = fieldOf(tool, input, seen);
  return field !== undefined && field.kind !== 'tags';
}

function fieldOf({ touches }: AnyEffectTool, input: unknown, seen: Observation) {
  return touches.what === 'field' ? findField(seen, touches.named(input), touches.scope) : undefined;
}

/** A field may come back in other words than it was given (a time in another zone): the receipt holds what it holds. */
function withReadBack(changes: Change[], tool: AnyEffectTool, input: unknown, after: Observation): Change[] {
  const field = fieldOf(tool, input, after);
  if (
    !field ||
    field.kind === 'tags' ||
    tool.verify(input, after, after, { outcome: 'accepted' }) !== 'confirmed'
  )
    return changes;
  return changes.map((c) => (c.field === field.label ? { ...c, after: field.values[0] ?? '' } : c));
}

/** For an editor the card shows the draft; the receipt shows the box before and after, exactly. */
function withEditorText(changes: Change[], answer: WriteAnswer): Change[] {
  if (answer.outcome !== 'accepted' || answer.before === undefined || answer.after === undefined)
    return changes;
  return changes.map((c) => ({ ...c, before: answer.before ?? c.before, after: answer.after ?? c.after }));
}

function madeMessage(tool: AnyEffectTool, before: Observation, after: Observation): string | null {
  return newMessages(before, after).find((m) => m.role === tool.makes)?.key ?? null;
}
