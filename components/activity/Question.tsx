import { useState } from 'react';
import type { ActivityItem } from '../../agent/view';
import { VisibleText } from '../text/VisibleText';
import { Button } from '../ui/Button';

interface QuestionProps {
  item: ActivityItem;
  question: string;
  onSettle: (actionId: string, wasDone: boolean) => Promise<void>;
}

/** Asks a person which of the two it was. Either answer is only written down; nothing is done. */
export function Question({ item, question, onSettle }: QuestionProps) {
  const [busy, setBusy] = useState(false);
  const id = `question-${item.actionId}`;
  const answer = (wasDone: boolean): void => {
    setBusy(true);
    onSettle(item.actionId, wasDone).finally(() => setBusy(false));
  };
  return (
    <div className="receipt-question">
      <p id={id}>
        <VisibleText text={question} />
      </p>
      <div className="receipt-answers">
        <Button resting={busy} aria-describedby={id} onPress={() => answer(true)}>
          It was done
        </Button>
        <Button resting={busy} aria-describedby={id} onPress={() => answer(false)}>
          It was not done
        </Button>
      </div>
    </div>
  );
}
