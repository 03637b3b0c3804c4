import { type Ref, useState } from 'react';
import type { ActivityItem } from '../../agent/view';
import { VisibleText } from '../text/VisibleText';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { useArmed, useArmedSince } from '../use-armed';

interface UndoLastProps {
  /** What would be taken back; null when there is nothing. */
  item: ActivityItem | null;
  onUndo: (actionId: string) => Promise<void>;
  ref: Ref<HTMLButtonElement>;
}

/** Always there and always focusable, so that Ctrl/⌘+Z has somewhere to go; rests while its target has just changed. */
export function UndoLast({ item, onUndo, ref }: UndoLastProps) {
  const [busy, setBusy] = useState(false);
  const armed = useArmed(useArmedSince(item?.actionId ?? null));
  const undo = (): void => {
    if (item === null) return;
    setBusy(true);
    // What is named is what is taken back, whatever was done since it was drawn.
    onUndo(item.actionId).finally(() => setBusy(false));
  };
  return (
    <div className="undo-last">
      <Button
        ref={ref}
        resting={item === null || busy || !armed}
        aria-describedby="undo-last-what"
        onPress={undo}
      >
        <Icon name="undo" />
        Undo last action
      </Button>
      <span className="quiet" id="undo-last-what">
        {item === null ? 'Nothing to take back.' : <VisibleText text={item.title} />}
      </span>
    </div>
  );
}
