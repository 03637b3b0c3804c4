import { lazy, memo, type Ref, Suspense } from 'react';
import type { ActivitySource, PanelActions } from '../../agent/view';
import { useObservable } from '../use-observable';
import { lastUndoable } from './activity-words';
import { ExportLog } from './ExportLog';
import { SearchActivity } from './SearchActivity';
import { UndoLast } from './UndoLast';

// The panel can be used before there is anything to list.
const ReceiptList = lazy(() => import('./ReceiptList').then((m) => ({ default: m.ReceiptList })));

/** A list that is taken in at a glance needs no search. */
const WORTH_SEARCHING = 8;

interface ActivityPaneProps {
  activity: ActivitySource;
  actions: PanelActions;
  /** Key of the record that is open; its last action is the one to take back. */
  recordKey: string | null;
  undoLast: Ref<HTMLButtonElement>;
}

/** The receipts: what was done, what changed, and how to take it back. Drawn anew only when they change. */
export const ActivityPane = memo(function ActivityPane({
  activity,
  actions,
  recordKey,
  undoLast,
}: ActivityPaneProps) {
  const { value, failed } = useObservable(activity);
  const last = lastUndoable(value?.all ?? [], recordKey);
  const found = value?.items ?? [];
  const find = value?.find ?? '';
  return (
    <section className="activity" aria-labelledby="activity-title">
      <div className="section-head">
        <h2 className="section-title" id="activity-title">
          Activity
        </h2>
        <a className="button button-quiet" href="log.html" target="_blank" rel="noreferrer">
          Log and trace
        </a>
        <ExportLog exportLog={actions.exportLog} />
      </div>
      <UndoLast item={last} onUndo={actions.undo} ref={undoLast} />
      {failed && <p className="card-notice">The log cannot be read. Close this panel and open it again.</p>}
      {value !== null && (value.all.length > WORTH_SEARCHING || find !== '') && (
        <SearchActivity view={value} onFind={activity.find} />
      )}
      {value?.all.length === 0 && !failed && (
        <p className="empty">
          Every action you sign is listed here, with what changed and a way to take it back.
        </p>
      )}
      <Suspense fallback={<ul aria-label="Activity" />}>
        <ReceiptList
          key={find === '' ? 'all' : 'found'}
          items={found}
          complete={value?.complete ?? true}
          more={activity.older}
          actions={actions}
        />
      </Suspense>
    </section>
  );
});
