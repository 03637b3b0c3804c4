import { useState } from 'react';
import type { CardView, PanelActions } from '../../agent/view';
import { Button } from '../ui/Button';
import { useArmed } from '../use-armed';
import { approveLabel, isOpen } from './card-words';
import { EditForm } from './EditForm';
import { HeldSend } from './HeldSend';
import { RejectForm } from './RejectForm';

/** What stands in place of the buttons: nothing, the edit, or the question why. */
export type CardForm = 'none' | 'edit' | 'reject';

interface CardActionsProps {
  card: CardView;
  /** No other card waits, so that this is the next thing to do. */
  alone: boolean;
  actions: PanelActions;
  form: CardForm;
  onForm: (form: CardForm) => void;
  onEdited: (value: string) => void;
}

/** The buttons of a card in its present state. */
export function CardActions({ card, alone, actions, form, onForm, onEdited }: CardActionsProps) {
  const armed = useArmed(card.armedAt);
  const [approving, setApproving] = useState(false);

  if (card.status === 'held') return <HeldSend card={card} armed={armed} actions={actions} />;
  if (card.status === 'paused')
    return (
      <div className="row">
        <Button disabled={!armed} onPress={() => void actions.cancelSend(card.id)}>
          Cancel send
        </Button>
      </div>
    );
  if (!isOpen(card)) return null;

  if (form === 'edit' && card.editable)
    return (
      <EditForm
        editable={card.editable}
        onCancel={() => onForm('none')}
        onSave={(value) => {
          onForm('none');
          onEdited(value);
          actions.edit(card.id, value);
        }}
      />
    );
  if (form === 'reject')
    return (
      <RejectForm onKeep={() => onForm('none')} onReject={(reason) => void actions.reject(card.id, reason)} />
    );

  const approve = (): void => {
    setApproving(true);
    actions.approve(card.id).finally(() => setApproving(false));
  };
  return (
    <div className="row">
      <Button kind={alone ? 'main' : 'soft'} disabled={!armed || approving} onPress={approve}>
        {approveLabel(card)}
      </Button>
      {card.editable && (
        <Button disabled={!armed || approving} onPress={() => onForm('edit')}>
          Edit
        </Button>
      )}
      <Button disabled={!armed || approving} onPress={() => onForm('reject')}>
        Reject
      </Button>
    </div>
  );
}
