import { expect, it } from 'vitest';
import { Database } from '../../storage/database';
import type { SavedDraft } from '../../storage/drafts';
import { must, newProfile, openPanel, steppingClock } from './harness';

const DRAFT: SavedDraft = {
  text: 'Dear Zoë,',
  isOwn: true,
  instructions: 'be kind',
  by: 'Written offline from your macros.',
  incomplete: false,
  sources: [{ kind: 'macro', title: 'Greeting', origin: 'built in' }],
};

it('keeps one draft per record, over a closed panel', async () => {
  const profile = newProfile();
  const store = await openPanel(profile);
  must(await store.drafts.save('["a"]', DRAFT));
  must(await store.drafts.save('["a"]', { ...DRAFT, text: 'Hello' }));
  must(await store.drafts.save('["b"]', DRAFT));
  await store.close();
  const again = await openPanel(profile);
  expect(await again.drafts.get('["a"]')).toEqual({ ...DRAFT, text: 'Hello' });
  must(await again.drafts.remove('["a"]'));
  expect(await again.drafts.get('["a"]')).toBeNull();
  expect(await again.drafts.get('["b"]')).toEqual(DRAFT);
});

it('reads a draft that cannot be understood as none', async () => {
  const profile = newProfile();
  const store = await openPanel(profile);
  await new Database(profile).drafts.put({ recordKey: 'k', updatedAt: '', draft: { text: 7 } as never });
  expect(await store.drafts.get('k')).toBeNull();
});

it('hands out no draft of more than fourteen days ago, and removes it', async () => {
  const profile = newProfile();
  const store = await openPanel(profile);
  must(await store.drafts.save('k', DRAFT));
  const later = steppingClock('2026-03-17T09:30:00.000Z');
  const again = await openPanel({ ...profile, clock: later });
  expect(await again.drafts.get('k')).toBeNull();
  must(await again.drafts.save('new', DRAFT));
  must(await again.drafts.removeOld());
  expect(await new Database(profile).drafts.toCollection().primaryKeys()).toEqual(['new']);
});
