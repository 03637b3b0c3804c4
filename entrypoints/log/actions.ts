import { tracesUrl } from '../../agent/collector';
import type { LogActions, LogReport } from '../../components/log/types';
import { recordKey } from '../../core/record';
import { ok, refuse } from '../../core/result';
import { traceRun } from '../../core/trace';
import type { PersonPlan } from '../../storage/erase-person';
import type { OldTexts } from '../../storage/retention';
import { roomOf, roomWords } from '../../storage/room';
import type { Store } from '../../storage/store';
import { idle } from '../shared/idle';
import { besideActions } from './beside';
import { exportPart } from './export';
import { openFile } from './open-file';
import { runLine } from './run-line';

/** The log page's actions over the real store. */
export function logActions(store: Store): LogActions {
  return {
    runs: async (limit) => (await store.newestRuns(limit)).map(runLine),
    trace: async (runId) => {
      const entries = await store.entriesOfRun(runId);
      const record = traceRun(entries)?.record;
      // What took one of its actions back was done on the same record.
      const later = record ? await store.entriesOfRecord(recordKey(record)) : [];
      const trace = traceRun(
        entries,
        later.filter((entry) => typeof entry.data.undoes === 'string'),
      );
      return trace && { trace, text: async (hash) => (await store.content(hash))?.text ?? null };
    },
    exportPart: (choice) => exportPart(store, choice),
    openFile,
    findPerson: async (names) => {
      const plan = await store.people.find(names);
      const { hashes, naming, records, drafts, knowledge, settings, undoLost, staying } = plan;
      return {
        plan,
        texts: hashes.length,
        naming: naming.length,
        records: records.map(recordWords),
        drafts: drafts.length,
        knowledge: knowledge.map((item) => item.title),
        settings,
        undoLost,
        staying,
      };
    },
    erasePerson: async (found, scope) => {
      const done = await store.people.erase(found.plan as PersonPlan, scope);
      return done.ok ? ok(erasedWords(done.value.texts)) : done;
    },
    findOld: async (before, kinds) => {
      const plan = await store.retention.find({ before, kinds });
      return { plan, texts: plan.hashes.length, undoLost: plan.undoLost };
    },
    exportOld: async ({ plan }) => {
      const { from, to } = plan as OldTexts;
      if (from === null || to === null) return refuse('nothing-to-export');
      return await exportPart(store, { part: { of: 'time', from, to }, contents: 'all', form: 'jsonl' });
    },
    removeOld: async ({ plan }) => {
      const removed = await store.retention.remove(plan as OldTexts);
      return removed.ok ? ok(`${removed.value.length} texts removed.`) : removed;
    },
    room: async () => roomWords(await roomOf(navigator.storage)),
    checkChain: (progress) => checkAll(store, progress),
    findings: store.findings.map((finding) => finding.words),
    acknowledge: async () => {
      const told = await store.acknowledgeLosses();
      return told.ok ? ok('Written into the log. It will not be shown again.') : told;
    },
    ...besideActions(store),
    collector: async () => (await store.settings.get()).settings.collectorUrl,
    saveCollector: async (collectorUrl) => {
      if (collectorUrl !== '' && tracesUrl(collectorUrl) === null)
        return refuse('bad-arguments', 'The collector’s address begins with https:// or http://.');
      const { settings } = await store.settings.get();
      const saved = await store.settings.save({ ...settings, collectorUrl });
      if (!saved.ok) return saved;
      const data = { setting: 'collector', on: collectorUrl !== '' };
      const written = await store.append({
        kind: 'settings.changed',
        runId: null,
        actor: { kind: 'user' },
        data,
      });
      if (!written.ok) return written;
      return ok(collectorUrl === '' ? 'Nothing is sent.' : 'Saved. Close the panel and open it again.');
    },
  };
}

async function checkAll(store: Store, progress: (share: number) => void): Promise<LogReport> {
  const report = await store.checkChain(async (done, total) => {
    progress(done / total);
    await idle();
  });
  const { entries, texts, checkpoints, findings } = report;
  if (findings.length > 0) return { whole: false, words: findings.map((finding) => finding.words) };
  const words = `Whole: ${entries} entries, ${texts} texts and ${checkpoints} signed checkpoints were checked.`;
  return { whole: true, words: [words] };
}

function erasedWords(texts: number): string {
  return `Erased: ${texts} texts. The log still verifies. Panels that are open keep what they show until they are closed.`;
}

function recordWords(key: string): string {
  const [, host, type, id] = JSON.parse(key) as string[];
  return `${type} ${id} on ${host}`;
}
