import type { CallDelta } from './chunk';
import { parseStrictJson } from './strict-json';

export interface WholeCall {
  id: string;
  name: string;
  argumentsText: string;
}

/**
 * Puts streamed tool calls together by their id. Servers are known to give two calls one index, or to repeat a call:
 * glued together those would make one call that nobody asked for, so they spoil the whole answer instead.
 * @param usedIds ids of earlier turns, which must not come again
 */
export function createCallAssembly(usedIds: ReadonlySet<string>) {
  const byId = new Map<string, WholeCall & { index: number | null }>();
  const idAt = new Map<number, string>();
  let flaw: string | null = null;

  const open = (id: string, index: number | null): WholeCall | null => {
    if (usedIds.has(id)) flaw = 'A call from earlier came again.';
    if (index !== null && idAt.has(index)) flaw = 'Two calls came under one number.';
    if (flaw !== null) return null;
    const call = { id, name: '', argumentsText: '', index };
    byId.set(id, call);
    if (index !== null) idAt.set(index, id);
    return call;
  };

  const find = (delta: CallDelta): WholeCall | null => {
    const index = delta.index ?? null;
    if (delta.id) {
      const known = byId.get(delta.id);
      if (!known) return open(delta.id, index);
      if (index !== null && known.index !== null && known.index !== index)
        flaw = 'One call came under two numbers.';
      return known;
    }
    // Later pieces of a call carry its number only; a server that gives no ids at all gets ours.
    const id = index === null ? null : idAt.get(index);
    if (id !== undefined && id !== null) return byId.get(id) ?? null;
    if (index === null && !delta.function?.name) return [...byId.values()].at(-1) ?? null;
    return open(`call-${usedIds.size + byId.size + 1}`, index);
  };

  return {
    get size() {
      return byId.size;
    },
    accept(delta: CallDelta): void {
      if (flaw !== null) return;
      const call = find(delta);
      if (!call) {
        flaw ??= 'A piece of a call belongs to none.';
        return;
      }
      const name = delta.function?.name;
      if (name && call.name !== '' && call.name !== name) flaw = 'A call changed its name.';
      else if (name) call.name = name;
      call.argumentsText += delta.function?.arguments ?? '';
    },
    /** The calls in the order in which they were begun, or what is wrong with the lot. */
    finish(): { calls: WholeCall[]; flaw: string | null } {
      const calls = [...byId.values()].map(({ id, name, argumentsText }) => ({
        id,
        name,
        // A tool without input is often called with nothing at all.
        argumentsText: argumentsText.trim() === '' ? '{}' : argumentsText,
      }));
      if (calls.some((c) => c.name === '')) flaw ??= 'A call has no name.';
      for (const call of calls) flaw ??= flawIn(call.argumentsText);
      return flaw === null ? { calls, flaw } : { calls: [], flaw };
    },
  };
}

function flawIn(argumentsText: string): string | null {
  const parsed = parseStrictJson(argumentsText);
  if (!parsed.ok) return parsed.refusal.detail ?? 'It is not JSON.';
  const { value } = parsed;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? null : 'It is not an object.';
}
