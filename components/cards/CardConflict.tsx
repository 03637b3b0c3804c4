import type { CardView, ConflictView, PanelActions } from '../../agent/view';
import { FoldedText } from '../text/FoldedText';
import { VisibleText } from '../text/VisibleText';

interface CardConflictProps {
  card: CardView;
  conflict: ConflictView;
  onChoose: PanelActions['choose'];
}

/** What it was, what we made of it, what somebody made of it since; and which of the two shall stand. */
export function CardConflict({ card, conflict, onChoose }: CardConflictProps) {
  const { field, before, ours, now, choice } = conflict;
  return (
    <fieldset className="conflict">
      <legend>
        <VisibleText text={field} />
      </legend>
      <Side
        name={`conflict-${conflict.id}`}
        label="Before"
        value={before}
        checked={choice === 'before'}
        onChoose={() => onChoose(card.id, conflict.id, 'before')}
      />
      <div className="conflict-side">
        <span />
        <span className="quiet">Ours</span>
        <Value value={ours} />
      </div>
      <Side
        name={`conflict-${conflict.id}`}
        label="Now"
        value={now}
        checked={choice === 'now'}
        onChoose={() => onChoose(card.id, conflict.id, 'now')}
      />
    </fieldset>
  );
}

interface SideProps {
  name: string;
  label: string;
  value: string | null;
  checked: boolean;
  onChoose: () => void;
}

function Side({ name, label, value, checked, onChoose }: SideProps) {
  return (
    <label className="conflict-side">
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={(event) => event.nativeEvent.isTrusted && onChoose()}
      />
      <span className="quiet">{label}</span>
      <Value value={value} />
    </label>
  );
}

function Value({ value }: { value: string | null }) {
  if (value === null || value === '') return <span className="nothing">empty</span>;
  return (
    <span className="conflict-value">
      <FoldedText text={value} />
    </span>
  );
}
