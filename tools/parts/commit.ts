import type { Guard, Ports, WriteAnswer } from '../../core/ports';
import type { Refusal } from '../../core/result';
import type { AnyEffectTool } from '../../core/tool';

/**
 * Commits within the tool's time. When it is over the answer counts as lost, and from then on the guard lets nothing
 * pass: what has not left by then never will.
 */
export async function commitInTime(
  tool: AnyEffectTool,
  input: unknown,
  ports: Ports,
  guard: Guard,
): Promise<WriteAnswer> {
  let isLate = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<WriteAnswer>((resolve) => {
    timer = setTimeout(() => {
      isLate = true;
      resolve({ outcome: 'unknown', refusal: { code: 'no-answer' } });
    }, tool.budget.ms);
  });
  const inTime: Guard = (live) => (isLate ? { code: 'too-late' } : guard(live));
  try {
    return await Promise.race([tool.commit(input, ports, inTime), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Which right is missing, in words, before what the helpdesk said. */
export function withRight(tool: AnyEffectTool, refusal: Refusal): Refusal {
  if (refusal.code !== 'no-right') return refusal;
  const needed = `Needed: the right to ${tool.right}.`;
  return { code: 'no-right', detail: refusal.detail ? `${needed} ${refusal.detail}` : needed };
}
