import { describe, expect, it } from 'vitest';
import { check } from '../storage/check-text';
import { missedBy, wholeLog } from './mutations';
import { Random } from './random';

describe('a log that was changed after its export', () => {
  it('is found: a byte, a bit, an insertion, a line gone, twice or elsewhere, a cut', async () => {
    const file = await wholeLog();
    expect(file.toString()).toContain('"kind":"log.checkpoint"');
    expect(await check(file)).toEqual({ code: 0, words: '' });
    expect(await missedBy(file, 1000, new Random(7))).toEqual([]);
  }, 60_000);
});
