import * as z from 'zod/mini';
import type { ActionState } from '../core/fold';
import type { Change, ReceiptView } from '../core/tool';
import type { LogReader } from '../storage/read';

type Texts = Pick<LogReader, 'content'>;

const Sides = z.array(z.strictObject({ field: z.string(), value: z.nullable(z.string()) }));

/** The text of a content of an action; null when it was erased or never written. */
export async function textOf(reader: Texts, action: ActionState, name: string): Promise<string | null> {
  const hash = action.contents[name];
  return hash ? ((await reader.content(hash))?.text ?? null) : null;
}

/** The change of an action, from its contents `before` and `after`. */
export async function changesOf(reader: Texts, action: ActionState): Promise<Change[]> {
  const [before, after] = await Promise.all([
    textOf(reader, action, 'before'),
    textOf(reader, action, 'after'),
  ]);
  const was = sidesIn(before);
  const is = sidesIn(after);
  return (is.length > 0 ? is : was).map((side, i) => ({
    field: side.field,
    before: was[i]?.value ?? null,
    after: is[i]?.value ?? null,
  }));
}

function sidesIn(text: string | null): z.infer<typeof Sides> {
  if (text === null) return [];
  const parsed = Sides.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : [];
}

/** What a compensation is made from; null when the contents were erased. */
export async function receiptOf(
  reader: LogReader,
  action: ActionState,
): Promise<ReceiptView<Record<string, unknown>> | null> {
  const input = await textOf(reader, action, 'input');
  if (input === null) return null;
  const key = action.data.messageKey;
  return {
    input: JSON.parse(input) as Record<string, unknown>,
    before: await changesOf(reader, action),
    messageKey: typeof key === 'string' ? key : null,
    restore: await textOf(reader, action, 'restore'),
    class: action.class ?? 'R2',
  };
}

/** `data` of a later fact about an action: the contract's fields, as the log has them. */
export function factData(action: ActionState) {
  const { actionId, tool, account, undoes } = action;
  const { record } = action;
  return {
    actionId,
    tool,
    class: action.class ?? 'R2',
    record: record ? { site: record.site, type: record.type, id: record.id, host: record.host } : null,
    account,
    channel: action.channel ?? 'page',
    ...(undoes ? { undoes } : {}),
  };
}
