import { beforeAll, test } from 'vitest';
import { LiveDesk } from './desk';
import { STEPS, walkStep } from './steps';

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
});

test('each field over the session, each on its own click, and taken back', async () => {
  const opened = await desk.openTicket('paid-twice', { session: true });
  for (const step of STEPS) await walkStep(desk, { ...opened, way: 'session' }, step);
});
