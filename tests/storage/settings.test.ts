import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../core/settings';
import { Database } from '../../storage/database';
import type { SettingsRead } from '../../storage/settings';
import { must, newProfile, openPanel } from './harness';

async function readBack(value: unknown): Promise<SettingsRead> {
  const profile = newProfile();
  const store = await openPanel(profile);
  await new Database(profile).keyValue.put({ key: 'settings', value });
  return store.settings.get();
}

describe('settings', () => {
  it('are the defaults until something is saved, and then what was saved', async () => {
    const profile = newProfile();
    const store = await openPanel(profile);
    expect(await store.settings.get()).toEqual({ settings: DEFAULT_SETTINGS, words: null });
    const mine = { ...DEFAULT_SETTINGS, holdSeconds: 30, sites: [{ host: 'desk.example', session: true }] };
    expect(must(await store.settings.save(mine))).toEqual(mine);
    await store.close();
    expect(await (await openPanel(profile)).settings.get()).toEqual({ settings: mine, words: null });
  });

  it('reach every panel at once', async () => {
    const profile = newProfile();
    const [here, there] = [await openPanel(profile), await openPanel(profile)];
    const seen: number[] = [];
    const subscription = here.settings.live().subscribe((read) => seen.push(read.settings.holdSeconds));
    await vi.waitFor(() => expect(seen).toEqual([10]));
    must(await there.settings.save({ ...DEFAULT_SETTINGS, holdSeconds: 20 }));
    await vi.waitFor(() => expect(seen).toEqual([10, 20]));
    subscription.unsubscribe();
  });

  it('are not taken when they are none', async () => {
    const store = await openPanel(newProfile());
    expect(() => store.settings.save({ ...DEFAULT_SETTINGS, holdSeconds: 1 })).toThrow();
    expect(() => store.settings.save({ ...DEFAULT_SETTINGS, apiKey: 'x' } as never)).toThrow();
    expect((await store.settings.get()).settings).toEqual(DEFAULT_SETTINGS);
  });

  it.each(['text', 7, null, [], new Date(0)])(
    'falls back to the defaults for %o, and says so',
    async (saved) => {
      expect(await readBack(saved)).toMatchObject({
        settings: DEFAULT_SETTINGS,
        words: expect.stringContaining('could not be read'),
      });
    },
  );

  it('gives a setting that came later its default without a word', async () => {
    const { collectorUrl: _later, ...older } = { ...DEFAULT_SETTINGS, model: 'm1' };
    expect(await readBack(older)).toEqual({ settings: { ...DEFAULT_SETTINGS, model: 'm1' }, words: null });
  });

  it('keeps the parts it understands, and names the others', async () => {
    const read = await readBack({
      ...DEFAULT_SETTINGS,
      model: 'm1',
      holdSeconds: 'soon',
      priceIn: -1,
      colour: 'red',
    });
    expect(read.settings).toEqual({ ...DEFAULT_SETTINGS, model: 'm1' });
    for (const name of ['holdSeconds', 'priceIn', 'colour']) expect(read.words).toContain(name);
    expect(read.words).not.toContain('model');
  });
});
