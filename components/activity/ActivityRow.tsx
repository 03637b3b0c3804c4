import { memo, useState } from 'react';
import type { ActivityItem, PanelActions } from '../../agent/view';
import { ChangeList } from '../cards/ChangeList';
import { actorWords } from '../cards/card-words';
import { VisibleText } from '../text/VisibleText';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { ACTIVITY_STATUS, timeWords } from './activity-words';
import { Question } from './Question';
import { RowActions } from './RowActions';

interface ActivityRowProps {
  item: ActivityItem;
  /** Day and record, where they differ from the row above. */
  group: string | null;
  /** Where it stands in the list, and of how many (-1: not known yet). */
  index: number;
  of: number;
  /** How far down. Px. */
  top: number;
  measure: (element: HTMLElement | null) => void;
  /** Set on the newest of several actions of one run that can all be taken back. */
  run: { runId: string; count: number } | null;
  actions: PanelActions;
}

/** One receipt, in its place; drawn anew only when it is another one, or stands elsewhere. */
export const ActivityRow = memo(function ActivityRow({
  item,
  group,
  index,
  of,
  top,
  measure,
  run,
  actions,
}: ActivityRowProps) {
  return (
    <li
      ref={measure}
      data-index={index}
      className={index === 0 ? 'receipt receipt-newest' : 'receipt'}
      aria-labelledby={`receipt-${item.actionId}`}
      aria-posinset={index + 1}
      aria-setsize={of}
      style={{ transform: `translateY(${top}px)` }}
    >
      <Receipt item={item} group={group} actions={actions} />
      {run && <UndoRun run={run} onUndo={actions.undoRun} />}
    </li>
  );
});

type ReceiptProps = Pick<ActivityRowProps, 'item' | 'group' | 'actions'>;

/** What it says does not change while one scrolls past it. */
const Receipt = memo(function Receipt({ item, group, actions }: ReceiptProps) {
  const status = ACTIVITY_STATUS[item.status];
  return (
    <>
      {group && (
        <p className="receipt-group">
          <VisibleText text={group} />
        </p>
      )}
      <div className="card-top">
        <h3 className="receipt-title" id={`receipt-${item.actionId}`}>
          <VisibleText text={item.title} />
        </h3>
        <Badge tone={status.tone}>{status.words}</Badge>
      </div>
      <ChangeList changes={item.changes} folded />
      {item.tookBack && (
        <p className="quiet">
          Took back: <VisibleText text={item.tookBack} />
        </p>
      )}
      {item.observed.map((words) => (
        <p className="observed" key={words}>
          <VisibleText text={words} />
        </p>
      ))}
      {item.words && (
        <p className="receipt-words">
          <VisibleText text={item.words} />
        </p>
      )}
      {item.question && <Question item={item} question={item.question} onSettle={actions.settle} />}
      <div className="receipt-foot">
        <p className="quiet">
          <time dateTime={item.at}>{timeWords(item.at)}</time>{' '}
          <VisibleText text={actorWords(item.account, item.channel)} />
        </p>
        <RowActions item={item} actions={actions} />
      </div>
    </>
  );
});

function UndoRun({
  run,
  onUndo,
}: {
  run: { runId: string; count: number };
  onUndo: PanelActions['undoRun'];
}) {
  const [busy, setBusy] = useState(false);
  const undo = (): void => {
    setBusy(true);
    onUndo(run.runId).finally(() => setBusy(false));
  };
  return (
    <Button kind="quiet" className="undo-run" resting={busy} onPress={undo}>
      Undo all {run.count} of this request
    </Button>
  );
}
