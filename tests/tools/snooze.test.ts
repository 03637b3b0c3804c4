import { expect, test } from 'vitest';
import tool from '../../tools/snooze';
import { fakeDesk, go, PROTOTYPE_NAMES, proposable, roundTrip, run, ticket } from './support';

const soon = new Date(Date.now() + 3_600_000).toISOString();
const zoned = '2199-12-01T09:00+01:00';
const snoozed = (value: string) =>
  ticket({
    fields: ticket().fields.map((f) => (f.name === 'snooze' ? { ...f, values: value ? [value] : [] } : f)),
  });
const codeOf = (until: string | null, seen = ticket()) => {
  const preview = proposable(tool, { until }, seen);
  return preview.ok ? 'ok' : preview.refusal.code;
};

test('takes a time or null, and nothing else', () => {
  for (const until of [zoned, null]) expect(tool.input.parse({ until })).toEqual({ until });
  for (const bad of [
    {},
    { until: 1 },
    { until: [zoned] },
    { until: zoned, id: '7' },
    null,
    'x',
    { until: 'x'.repeat(41) },
  ])
    expect(tool.input.safeParse(bad).success).toBe(false);
});

test('refuses what is past, names no zone, is no day of the calendar, or is no time at all', () => {
  expect([codeOf(zoned), codeOf(soon)]).toEqual(['ok', 'ok']);
  for (const bad of [
    '2020-01-01T09:00Z',
    '2199-12-01T09:00',
    '2199-12-01',
    '2199-02-30T09:00Z',
    '2199-13-01T09:00Z',
    '2199-12-01T25:00Z',
    'tomorrow',
    '',
    ...PROTOTYPE_NAMES,
  ])
    expect(codeOf(bad), bad).toBe('bad-time');
});

test('the same moment in another zone is so already; waking what is awake too', () => {
  expect(codeOf('2199-12-01T08:00Z', snoozed('2199-12-01T09:00:00+01:00'))).toBe('already-so');
  expect(codeOf(null)).toBe('already-so');
  expect(codeOf(null, snoozed(zoned))).toBe('ok');
  expect(codeOf(zoned, ticket({ fields: [] }))).toBe('no-such-field');
});

test('says the moment with its zone', () => {
  expect(tool.title({ until: zoned })).toBe('Snooze until 2199-12-01, 09:00 (UTC+01:00)');
  expect(tool.title({ until: null })).toBe('Wake the ticket');
});

test('is proved by the moment, in whichever zone the helpdesk writes it', () => {
  const verify = (now: string, until: string | null = zoned) =>
    tool.verify({ until }, ticket(), snoozed(now), { outcome: 'accepted' });
  expect(verify('2199-12-01T08:00:00.000Z')).toBe('confirmed');
  expect(verify('2199-12-01T09:00:00Z')).toBe('not-found');
  expect(verify('')).toBe('not-found');
  expect(verify('', null)).toBe('confirmed');
  expect(tool.verify({ until: null }, ticket(), ticket({ fields: [] }), { outcome: 'accepted' })).toBe(
    'unknown',
  );
});

test('writes only if the guard lets it', async () => {
  const desk = fakeDesk();
  await tool.commit({ until: zoned }, desk.ports, () => ({ code: 'changed-since' }));
  expect(desk.effects).toEqual([]);
  await tool.commit({ until: zoned }, desk.ports, go);
  expect(desk.effects).toEqual([`record.snooze = ${zoned}`]);
});

test('undo wakes it, or puts back the time before, if that has not passed', async () => {
  expect(await roundTrip('snooze', { until: zoned })).toEqual([
    `record.snooze = ${zoned}`,
    'record.snooze = ',
  ]);
  const later = '2199-12-02T09:00Z';
  expect(await roundTrip('snooze', { until: later }, snoozed(zoned))).toEqual([
    `record.snooze = ${later}`,
    `record.snooze = ${zoned}`,
  ]);
  const desk = fakeDesk(snoozed('2020-01-01T00:00Z'));
  const done = await run(desk, 'snooze', { until: zoned });
  const receipt = {
    input: { until: zoned },
    before: done.changes,
    messageKey: null,
    restore: null,
    class: 'R2',
  };
  expect(tool.compensate(receipt)).toEqual({ ok: true, value: { tool: 'snooze', input: { until: null } } });
});
