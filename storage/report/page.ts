import { createFold } from '../../core/fold';
import { PAGE_END, PAGE_START } from './html';
import { actionHtml, ENTRIES_END, ENTRIES_START, entryHtml, headHtml } from './parts';
import type { ReportSource } from './source';

/** A page to read and to print, piece by piece. It loads and runs nothing, whatever the texts in it say. */
export async function* reportPage(source: ReportSource): AsyncGenerator<string> {
  const fold = createFold();
  for await (const entry of source.entries()) fold.add(entry);
  const actions = fold.actions();
  const byId = new Map(actions.map((action) => [action.actionId, action]));
  yield PAGE_START;
  yield headHtml(source.head);
  yield '<h2>Actions</h2>\n';
  if (actions.length === 0) yield '<p>None.</p>\n';
  for (const state of actions) yield await actionHtml(state, source, byId);
  yield ENTRIES_START;
  for await (const entry of source.entries()) yield entryHtml(entry, source.shown);
  yield ENTRIES_END;
  yield PAGE_END;
}
