import { expect, it } from 'vitest';
import { must, newProfile, openPanel } from './harness';

it('keeps secrets apart from settings, log and export', async () => {
  const profile = newProfile();
  const store = await openPanel(profile);
  expect(await store.secrets.get('api-key')).toBeNull();
  must(await store.secrets.set('api-key', 'sk-CANARY-1'));
  must(await store.secrets.set('token:desk.example', 'CANARY-2'));
  expect(await store.secrets.get('api-key')).toBe('sk-CANARY-1');
  expect(await (await openPanel(profile)).secrets.get('token:desk.example')).toBe('CANARY-2');
  expect(await store.secrets.get('token:other.example')).toBeNull();
  expect(JSON.stringify(await store.settings.get())).not.toContain('CANARY');
  expect(must(await store.exportText({ filter: null, contents: 'all' }))).not.toContain('CANARY');
  expect(JSON.stringify(profile.anchor.value)).not.toContain('CANARY');
});

it('forgets a secret that is removed, or set to nothing', async () => {
  const store = await openPanel(newProfile());
  for (const forget of [() => store.secrets.remove('api-key'), () => store.secrets.set('api-key', '')]) {
    must(await store.secrets.set('api-key', 'k'));
    must(await forget());
    expect(await store.secrets.get('api-key')).toBeNull();
  }
});
