import type { SettingsActions, SiteNoteView } from '../../components/settings/types';
import { ok } from '../../core/result';
import type { SiteNote } from '../../core/site-note';
import { noteWords, readSiteNote } from '../../knowledge/site-note';
import type { Store } from '../../storage/store';

/** What the settings page does about a person's notes for sites. */
export function noteActions(store: Store): Pick<SettingsActions, 'siteNote' | 'setSiteNote'> {
  return {
    siteNote: async (host) => {
      const note = await store.siteNotes.of(host);
      return note ? viewOf(note) : null;
    },
    setSiteNote: async (host, text, origin) => {
      if (text.trim() === '') {
        const removed = await store.siteNotes.remove(host);
        if (!removed.ok) return removed;
        const written = await noteDown(store, { setting: 'site-note', host, kept: false });
        return written.ok ? ok(null) : written;
      }
      const note = readSiteNote({ host, text, origin, at: new Date().toISOString() });
      if (!note.ok) return note;
      const kept = await store.siteNotes.put(note.value);
      if (!kept.ok) return kept;
      const written = await noteDown(store, { setting: 'site-note', host, kept: true }, note.value.text);
      return written.ok ? ok(viewOf(note.value)) : written;
    },
  };
}

function viewOf({ text, origin, updatedAt }: SiteNote): SiteNoteView {
  return { text, origin, updatedAt, words: noteWords(text) };
}

function noteDown(store: Store, data: Record<string, string | boolean>, text?: string) {
  return store.append({
    kind: 'settings.changed',
    runId: null,
    actor: { kind: 'user' },
    data,
    ...(text === undefined ? {} : { contents: { note: { mediaType: 'text/markdown', text } } }),
  });
}
