import { type Binding, checkBinding } from '../../core/binding';
import { findField, type Observation } from '../../core/observation';
import { type ActOutcome, failed } from '../../core/outcome';
import type { Ports, WriteAnswer } from '../../core/ports';
import { unmet } from '../../core/precondition';
import { type AnyEffectTool, type Change, newMessages, type Verdict } from '../../core/tool';
import { commitInTime, withRight } from './commit';
import { observeRules } from './observe-rules';
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
export async function act({ tool, input, binding, ports, patience = PATIENCE }: Act): Promise<ActOutcome> {
  const first = await ports.reader.look();
  if (!first.ok) return failed(first.refusal);
  const before = first.value;
  const stale = checkBinding(binding, before);
  if (stale) return failed(stale);
  const missing = unmet(tool, input, before);
  if (missing) return failed(missing);
  const preview = tool.preview(input, before);
  if (!preview.ok) return failed(preview.refusal);
  const answer = await commitInTime(tool, input, ports, (live) => checkBinding(binding, live));
  if (answer.outcome === 'refused') return failed(withRight(tool, answer.refusal));
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
  if (verdict === 'confirmed' && after) {
    const rules = await observeRules(tool, input, before, ports, patience);
    return {
      status: 'done',
      refusal: null,
      changes: withEditorText(withReadBack(changes, tool, input, after), answer),
      messageKey: key ?? madeMessage(tool, before, after),
      restore,
      observed: rules,
      proof: restore ? 'Read back from the editor.' : `Read back from the record (${ports.writer.channel}).`,
    };
  }
  // Accepted and not to be seen is not "failed": it may show later, and must not be tried again.
  return {
    status: 'unknown',
    refusal: answer.outcome === 'unknown' ? answer.refusal : { code: 'not-proved' },
    changes,
    messageKey: key,
    restore,
    observed: [],
    proof: '',
  };
}

/** A field may come back in other words than it was given (a time in another zone): the receipt holds what it holds. */
function withReadBack(
  changes: Change[],
  { touches }: AnyEffectTool,
  input: unknown,
  after: Observation,
): Change[] {
  if (touches.what !== 'field') return changes;
  const field = findField(after, touches.named(input), touches.scope);
  if (!field || field.kind === 'tags') return changes;
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
