import { useState } from 'react';
import { approvable, type CardView, type PanelActions } from '../../agent/view';
import { Button } from '../ui/Button';
import { useArmed, useArmedSince } from '../use-armed';
import type { CardForm } from './CardActions';
import { isOpen } from './card-words';
import { ProposalCard } from './ProposalCard';

/** The cards, and one click for all of those that need no look of their own. */
export function ProposalList({ cards, actions }: { cards: readonly CardView[]; actions: PanelActions }) {
  const ready = approvable(cards);
  const [forms, setForms] = useState<Record<string, CardForm>>({});
  const formOf = (card: CardView): CardForm => forms[card.id] ?? 'none';
  // What is being edited or rejected must not be signed along with the rest.
  const undecided = cards.some((card) => isOpen(card) && formOf(card) !== 'none');
  const sinceListed = useArmedSince(ready.map((card) => card.id).join(' '));
  const armed = useArmed(Math.max(sinceListed, ...ready.map((card) => card.armedAt)));
  const open = cards.filter(isOpen).length;
  const apart = open - ready.length;
  if (cards.length === 0)
    return (
      <p className="empty">
        Review proposes actions on this record as cards. Each card says exactly what will change and how to
        take it back. Nothing runs before you approve it.
      </p>
    );
  return (
    <div className="proposals">
      <h2 className="section-title">Proposed actions</h2>
      <ul className="cards" aria-label="Proposed actions">
        {cards.map((card) => (
          <ProposalCard
            key={card.id}
            card={card}
            alone={open === 1}
            form={formOf(card)}
            onForm={(form) => setForms((last) => ({ ...last, [card.id]: form }))}
            actions={actions}
          />
        ))}
      </ul>
      {ready.length > 1 && (
        <div className="approve-all">
          <Button kind="main" disabled={!armed || undecided} onPress={() => void actions.approveAll()}>
            Approve all ({ready.length})
          </Button>
          {undecided && <span className="quiet">First finish the card you are working on.</span>}
          {!undecided && apart > 0 && (
            <span className="quiet">
              {apart === 1 ? 'One card needs' : `${apart} cards need`} a click of{' '}
              {apart === 1 ? 'its' : 'their'} own.
            </span>
          )}
        </div>
      )}
    </div>
  );
}
