import { useState } from 'react';
import type { ActivityItem, PanelActions } from '../../agent/view';
import { VisibleText } from '../text/VisibleText';
import { Button } from '../ui/Button';

/** How a receipt can be taken back, done again, or put right. */
export function RowActions({ item, actions }: { item: ActivityItem; actions: PanelActions }) {
  const [busy, setBusy] = useState(false);
  const title = `receipt-${item.actionId}`;
  const how = `undo-${item.actionId}`;
  const run = (work: Promise<void>): void => {
    setBusy(true);
    work.finally(() => setBusy(false));
  };
  if (item.repair === 'correction')
    return (
      <div className="receipt-undo">
        <Button
          resting={busy}
          aria-describedby={title}
          onPress={() => run(actions.correct(item.actionId).then(toInstructions))}
        >
          Write a correction
        </Button>
      </div>
    );
  if (item.undo === 'redo')
    return (
      <div className="receipt-undo">
        <Button
          kind="quiet"
          resting={busy}
          aria-describedby={title}
          onPress={() => run(actions.undo(item.actionId))}
        >
          Redo
        </Button>
      </div>
    );
  if (item.undo !== 'possible') return null;
  const isPlain = item.undoLabel === 'Undo';
  return (
    <div className="receipt-undo">
      {!isPlain && (
        <span className="quiet" id={how}>
          <VisibleText text={item.undoLabel} />
        </span>
      )}
      <Button
        resting={busy}
        aria-describedby={isPlain ? title : `${title} ${how}`}
        onPress={() => run(actions.undo(item.actionId))}
      >
        Undo
      </Button>
    </div>
  );
}

/** To where the person goes on: what is right must be said there. */
function toInstructions(): void {
  document.querySelector<HTMLTextAreaElement>('textarea.instructions')?.focus();
}
