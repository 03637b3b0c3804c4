import { VisibleText } from '../text/VisibleText';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';

/** Something the person must know now. */
export function AlertBox({ words, onDismiss }: { words: string; onDismiss: () => void }) {
  return (
    <div className="alert">
      <div className="alert-words" role="alert">
        <Icon name="warning" />
        <p>
          <VisibleText text={words} />
        </p>
      </div>
      <Button kind="quiet" aria-label="Dismiss" onPress={onDismiss}>
        <Icon name="cross" />
      </Button>
    </div>
  );
}
