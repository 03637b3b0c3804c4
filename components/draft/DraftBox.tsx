import { useId } from 'react';
import type { DraftView, PanelActions } from '../../agent/view';
import { VisibleText } from '../text/VisibleText';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { CopyButton } from '../ui/CopyButton';
import { Icon } from '../ui/Icon';
import { DraftOrigin } from './DraftOrigin';

interface DraftBoxProps {
  draft: DraftView;
  /** The text is being written now. */
  writing: boolean;
  actions: PanelActions;
}

/** The draft, for the person to read, change, insert or copy. Nothing here sends anything. */
export function DraftBox({ draft, writing, actions }: DraftBoxProps) {
  const origin = useId();
  const empty = draft.text.trim() === '';
  return (
    <div className="draft">
      <textarea
        className="field draft-text"
        aria-label="Draft"
        aria-describedby={origin}
        aria-busy={writing}
        readOnly={writing}
        dir="auto"
        rows={6}
        placeholder="The draft appears here for you to read and change. Drafting sends nothing."
        value={draft.text}
        onChange={(event) => actions.setDraft(event.target.value)}
      />
      <div className="draft-about" id={origin}>
        {draft.incomplete && (
          <Badge tone="warn" icon="warning">
            Incomplete: finish it, or draft again
          </Badge>
        )}
        {draft.warnings.length > 0 && (
          <ul className="warnings" aria-label="Warnings about the draft">
            {draft.warnings.map((words) => (
              <li key={words}>
                <Icon name="warning" />
                <VisibleText text={words} />
              </li>
            ))}
          </ul>
        )}
        {!empty && <DraftOrigin draft={draft} />}
        {draft.insertedBy !== null && (
          <Badge tone="ok" icon="check">
            In the reply box now, not sent
          </Badge>
        )}
      </div>
      <div className="row">
        <Button
          kind={empty || draft.insertedBy !== null ? 'plain' : 'main'}
          disabled={empty || draft.incomplete || writing}
          onPointerDown={({ nativeEvent }) => {
            if (nativeEvent.isTrusted && nativeEvent.button === 0) actions.pressInsert();
          }}
          onPress={() => void actions.insertDraft()}
        >
          Insert into reply
        </Button>
        <CopyButton text={draft.text} />
        {!empty && <span className="quiet count">{[...draft.text].length.toLocaleString()} characters</span>}
      </div>
    </div>
  );
}
