import { expect, it } from 'vitest';
import { littleRoomWords, type RoomSource, roomOf, roomWords } from '../../storage/room';

function browser(
  usage: number,
  quota: number,
  answer: boolean,
  before = false,
): RoomSource & { asked: number } {
  const source = {
    asked: 0,
    estimate: async () => ({ usage, quota }),
    persisted: async () => before,
    persist: async () => {
      source.asked += 1;
      return answer;
    },
  };
  return source;
}

it('asks the browser to keep the log, once, and says whether it does', async () => {
  const granting = browser(12_400_000, 3_000_000_000, true);
  expect(roomWords(await roomOf(granting))).toBe(
    '12 MB of 3.0 GB are used. The browser keeps it until somebody removes it.',
  );
  expect(granting.asked).toBe(1);
  const refusing = await roomOf(browser(900, 3_000_000_000, false));
  expect(roomWords(refusing)).toContain(
    '900 bytes of 3.0 GB are used. A browser whose disk is full may clear it',
  );
  const granted = browser(0, 1, false, true);
  expect((await roomOf(granted)).isKept).toBe(true);
  expect(granted.asked).toBe(0);
});

it('warns before the room is gone, and not where the browser names none', async () => {
  const words = async (usage: number, quota: number) =>
    littleRoomWords(await roomOf(browser(usage, quota, true)));
  expect(await words(79, 100)).toBeNull();
  expect(await words(80, 100)).toContain('Little room is left');
  expect(await words(0, 0)).toBeNull();
});
