import { useState } from 'react';
import type { ActivityItem } from '../../agent/view';
import { ChangeList } from '../cards/ChangeList';
import { actorWords } from '../cards/card-words';
import { VisibleText } from '../text/VisibleText';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { ACTIVITY_STATUS } from './activity-words';
import { Question } from './Question';

interface ActivityRowProps {
  item: ActivityItem;
  /** Day and record, where they differ from the row above. */
  group: string | null;
  /** Title of the action that this one took back. */
  undone: string | null;
  onUndo: (actionId: string) => Promise<void>;
  onSettle: (actionId: string, wasDone: boolean) => Promise<void>;
}

/** One receipt. */
export function ActivityRow({ item, group, undone, onUndo, onSettle }: ActivityRowProps) {
  const [busy, setBusy] = useState(false);
  const status = ACTIVITY_STATUS[item.status];
  const title = `receipt-${item.actionId}`;
  const how = `undo-${item.actionId}`;
  const undo = (): void => {
    setBusy(true);
    onUndo(item.actionId).finally(() => setBusy(false));
  };
  return (
    <li className="receipt" aria-labelledby={title}>
      {group && (
        <p className="receipt-group">
          <VisibleText text={group} />
        </p>
      )}
      <div className="card-top">
        <h3 className="receipt-title" id={title}>
          <VisibleText text={item.title} />
        </h3>
        <Badge tone={status.tone}>{status.words}</Badge>
      </div>
      <ChangeList changes={item.changes} />
      {undone && (
        <p className="quiet">
          Took back: <VisibleText text={undone} />
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
      {item.question && <Question item={item} question={item.question} onSettle={onSettle} />}
      <div className="receipt-foot">
        <p className="quiet">
          <time dateTime={item.at}>
            {new Date(item.at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })}
          </time>{' '}
          <VisibleText text={actorWords(item.account, item.channel)} />
        </p>
        {item.undo === 'possible' && (
          <div className="receipt-undo">
            {item.undoLabel !== 'Undo' && (
              <span className="quiet" id={how}>
                <VisibleText text={item.undoLabel} />
              </span>
            )}
            <Button
              resting={busy}
              aria-describedby={item.undoLabel === 'Undo' ? title : `${title} ${how}`}
              onPress={undo}
            >
              Undo
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
