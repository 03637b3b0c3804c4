import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RefusalShape } from '../../core/outcome';
import { REASON_CODES, REASONS, reasonWords } from '../../core/reasons';
import { ok, refuse } from '../../core/result';

describe('the reasons', () => {
  it.each(Object.entries(REASONS))('%s has whole sentences that a support agent understands', (_, words) => {
    expect(words).toMatch(/^[A-Z].*[.)]$/);
    expect(words.length).toBeLessThan(160);
    expect(words).not.toMatch(/\b(null|undefined|exception|DOM|JSON|HTTP|API|schema|error code)\b/);
  });

  it('no two say the same', () => {
    expect(new Set(Object.values(REASONS)).size).toBe(REASON_CODES.length);
  });

  it('the detail follows the words', () => {
    expect(reasonWords('already-so')).toBe('It is so already. Nothing to do.');
    expect(reasonWords('already-so', 'Status is “Open”.')).toBe(
      'It is so already. Nothing to do. Status is “Open”.',
    );
    expect(reasonWords('stopped', '')).toBe('Stopped.');
  });

  it('the list is closed: another code does not cross a border', () => {
    for (const code of REASON_CODES) expect(RefusalShape.safeParse({ code }).success).toBe(true);
    for (const code of ['made-up', 'toString', '__proto__', '']) {
      expect(RefusalShape.safeParse({ code }).success, code).toBe(false);
    }
  });

  it('a refusal holds a code, and a detail only where there is one', () => {
    expect(refuse('offline')).toEqual({ ok: false, refusal: { code: 'offline' } });
    expect('detail' in refuse('offline').refusal).toBe(false);
    expect(refuse('offline', 'No network.').refusal.detail).toBe('No network.');
    expect(ok(0)).toEqual({ ok: true, value: 0 });
  });

  it('each is used somewhere: a reason that nobody gives is none', () => {
    const root = new URL('../..', import.meta.url).pathname;
    const rooms = [
      'core',
      'tools',
      'sites',
      'page',
      'policy',
      'knowledge',
      'model',
      'agent',
      'storage',
      'bridge',
      'components',
      'entrypoints',
    ];
    const text = rooms
      .flatMap((room) =>
        readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((f) => join(root, room, f)),
      )
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('core/reasons.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    expect(REASON_CODES.filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });
});
