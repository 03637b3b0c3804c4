import { type Ref, useMemo, useState } from 'react';
import type { ActivityItem, PanelActions } from '../../agent/view';
import { Button } from '../ui/Button';
import { type ObservableLike, useObservable } from '../use-observable';
import { ActivityRow } from './ActivityRow';
import { dayWords, lastUndoable, newestFirst } from './activity-words';
import { ExportLog } from './ExportLog';
import { UndoLast } from './UndoLast';

const PAGE = 30;

interface ActivityPaneProps {
  activity: ObservableLike<ActivityItem[]>;
  actions: PanelActions;
  undoLast: Ref<HTMLButtonElement>;
}

/** The receipts: what was done, what changed, and how to take it back. */
export function ActivityPane({ activity, actions, undoLast }: ActivityPaneProps) {
  const { value, failed } = useObservable(activity);
  const [shown, setShown] = useState(PAGE);
  const items = useMemo(() => newestFirst(value ?? []), [value]);
  const now = new Date();
  const heading = (item: ActivityItem): string => `${dayWords(item.at, now)} · ${item.recordWords}`;
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
      <UndoLast item={lastUndoable(items)} onUndo={actions.undoLast} ref={undoLast} />
      {failed && <p className="card-notice">The log cannot be read. Close this panel and open it again.</p>}
      {items.length === 0 && !failed && (
        <p className="empty">
          Every action you sign is listed here, with what changed and a way to take it back.
        </p>
      )}
      <ul className="receipts" aria-label="Activity">
        {items.slice(0, shown).map((item, i) => {
          const before = items[i - 1];
          const group = heading(item);
          return (
            <ActivityRow
              key={item.actionId}
              item={item}
              group={before && heading(before) === group ? null : group}
              undone={items.find((other) => other.actionId === item.undoes)?.title ?? null}
              onUndo={actions.undo}
              onSettle={actions.settle}
            />
          );
        })}
      </ul>
      {items.length > shown && (
        <Button kind="quiet" onPress={() => setShown(shown + PAGE)}>
          Show more ({items.length - shown})
        </Button>
      )}
    </section>
  );
}
