import type { Page } from 'playwright';
import type { Moment } from './cells';

/** A moment of an action, or that its message to the page is on its way and nobody knows how far. */
export type Hooked = Moment | 'on its way to the page';

/**
 * Makes a panel stand still at one moment of an action and call `reached`. The hooks are around the browser's own
 * doors (the database, the message to the page), so the product has none and knows nothing of them.
 */
export async function hookPanel(
  page: Page,
  { moment, standsMs, reached }: { moment: Hooked; standsMs: number; reached: () => void },
): Promise<void> {
  await page.exposeBinding('reachedMoment', reached);
  await page.addInitScript(standStill, { moment, standsMs });
}

// Runs in the panel; sees nothing of this file.
function standStill({ moment, standsMs }: { moment: Hooked; standsMs: number }): void {
  const panel = globalThis as unknown as {
    reachedMoment(): void;
    IDBObjectStore: { prototype: { add(row: unknown, key?: unknown): unknown } };
    chrome: { tabs: { sendMessage(...args: unknown[]): unknown } };
  };
  const ENDS = ['action.done', 'action.failed', 'action.unknown'];
  let hit = false;
  const stand = (): void => {
    if (hit) return;
    hit = true;
    panel.reachedMoment();
    const until = performance.now() + standsMs;
    while (performance.now() < until);
  };
  // Facts about older actions, which are looked for again meanwhile, are no moments of this one.
  const own = new Set<unknown>();
  const before = (kind: string, actionId: unknown): boolean =>
    (moment === 'before proposed is written' && kind === 'action.proposed') ||
    (moment === 'clicked, before the signature is written' && kind === 'approval.granted') ||
    (moment === 'answered, before the outcome is written' && ENDS.includes(kind) && own.has(actionId));
  const written = (kind: string, actionId: unknown): boolean =>
    (moment === 'proposed is written' && kind === 'action.proposed') ||
    (moment === 'the outcome is written' && ENDS.includes(kind) && own.has(actionId));

  const { prototype } = panel.IDBObjectStore;
  const { add } = prototype;
  prototype.add = function (this: { transaction: EventTarget }, row: unknown, key?: unknown) {
    const kind = String((row as { entry?: { kind?: unknown } } | null)?.entry?.kind ?? '');
    const { actionId } = (row as { actionId?: unknown } | null) ?? {};
    if (kind === 'action.proposed') own.add(actionId);
    if (before(kind, actionId)) stand();
    const request = key === undefined ? add.call(this, row) : add.call(this, row, key);
    if (moment === 'started is being written' && kind === 'action.started') stand();
    if (written(kind, actionId)) this.transaction.addEventListener('complete', stand);
    return request;
  };

  const { tabs } = panel.chrome;
  const send = tabs.sendMessage.bind(tabs);
  tabs.sendMessage = (...args: unknown[]) => {
    const acts = (args[1] as { type?: unknown } | undefined)?.type === 'act';
    if (acts && moment === 'started is written, nothing left') stand();
    const answer = send(...args);
    if (acts && moment === 'on its way to the page') stand();
    return answer;
  };
}
