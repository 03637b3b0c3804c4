import type { ActOutcome } from '../core/outcome';
import type { AnyTool, Change } from '../core/tool';

const MASK = '[masked]';

interface Call {
  tool: AnyTool;
  input: Record<string, unknown>;
}

/** What of a call goes into the log: parts that the tool masks stand there as `[masked]`, wherever they show up. */
export function loggedCall({
  tool,
  input,
}: Call): Record<'input' | 'title', { mediaType: string; text: string }> {
  const mask = masker({ tool, input });
  const shown = Object.fromEntries(
    Object.entries(input).map(([key, value]) => [key, tool.masked.includes(key) ? MASK : value]),
  );
  return {
    input: { mediaType: 'application/json', text: JSON.stringify(shown) },
    title: { mediaType: 'text/plain', text: mask(tool.title(input)) },
  };
}

export function maskedChanges(call: Call, changes: readonly Change[]): Change[] {
  const mask = masker(call);
  const side = (value: string | null) => (value === null ? null : mask(value));
  return changes.map((c) => ({ field: c.field, before: side(c.before), after: side(c.after) }));
}

export function maskedOutcome(call: Call, outcome: ActOutcome): ActOutcome {
  const mask = masker(call);
  const { refusal } = outcome;
  return {
    ...outcome,
    changes: maskedChanges(call, outcome.changes),
    observed: outcome.observed.map(mask),
    refusal: refusal?.detail ? { ...refusal, detail: mask(refusal.detail) } : refusal,
  };
}

function masker({ tool, input }: Call): (text: string) => string {
  const secrets = tool.masked
    .map((key) => input[key as string])
    .filter((v) => typeof v === 'string' && v !== '');
  return (text) => secrets.reduce<string>((rest, secret) => rest.replaceAll(String(secret), MASK), text);
}
