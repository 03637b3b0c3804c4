import { beforeAll, test } from 'vitest';
import { LiveDesk } from './desk';
import { STEPS, walkStep } from './steps';

let desk: LiveDesk;
beforeAll(async () => {
  desk = await LiveDesk.open();
});

test('each field through the page: its form loads the page anew, the run survives it, and each is taken back', async () => {
  const opened = await desk.openTicket('import-stops');
  for (const step of STEPS) await walkStep(desk, { ...opened, way: 'on the page' }, step);
});
