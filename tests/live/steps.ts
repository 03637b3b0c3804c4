import { expect } from 'vitest';
import type { PanelPage } from '../support/panel';
import type { LiveDesk, ModelCall } from './desk';
import { type RtTicket, ticket } from './rt/rest.mjs';
import { propose, receiptDone, undone } from './walk';

interface Step {
  call: ModelCall;
  /** What Request Tracker itself holds afterwards. */
  shows: Partial<RtTicket>;
}

/** Every field that Request Tracker has a tool for, with a value that no seeded ticket has. */
export const STEPS: Step[] = [
  { call: { name: 'set_status', arguments: { status: 'stalled' } }, shows: { status: 'stalled' } },
  { call: { name: 'set_priority', arguments: { priority: 'Low' } }, shows: { priority: 'Low' } },
  { call: { name: 'assign', arguments: { assignee: 'omar (Omar Haddad)' } }, shows: { owner: 'omar' } },
  { call: { name: 'add_tag', arguments: { tag: 'second look' } }, shows: { tags: ['second look'] } },
  {
    call: { name: 'set_field', arguments: { field: 'Product', value: 'Importer' } },
    shows: { product: 'Importer' },
  },
];

/** Signs a step, sees it in Request Tracker and in the receipt, takes it back, and sees that nothing is left of it. */
export async function walkStep(
  desk: LiveDesk,
  { id, panel, way }: { id: string; panel: PanelPage; way: string },
  { call, shows }: Step,
): Promise<void> {
  const { version: first, ...before } = await ticket(id);
  const title = await propose(desk, panel, call);
  expect((await ticket(id)).version, `${call.name}: a proposal changes nothing`).toBe(first);
  expect(await panel.cards().first().textContent()).toContain(way);
  await panel.approve(0);
  await expect.poll(() => ticket(id), { timeout: 45_000 }).toMatchObject(shows);
  await receiptDone(panel, title);
  expect(await panel.receipt(title).textContent()).toContain(way);
  await undone(panel, title);
  const { version: _last, ...after } = await ticket(id);
  expect(after, `after the undo of ${call.name}`).toEqual(before);
}
