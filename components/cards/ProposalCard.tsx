import { useRef, useState } from 'react';
import type { CardView, PanelActions } from '../../agent/view';
import { VisibleText } from '../text/VisibleText';
import { Badge } from '../ui/Badge';
import { Icon } from '../ui/Icon';
import { useKeepFocus } from '../use-keep-focus';
import { CardActions, type CardForm } from './CardActions';
import { CardAudience } from './CardAudience';
import { CardBody } from './CardBody';
import { CardChanges } from './CardChanges';
import { CardConflict } from './CardConflict';
import { CardParts } from './CardParts';
import { actorWords, isLeft, isMarked, isOpen, STATUS_WORDS } from './card-words';

interface ProposalCardProps {
  card: CardView;
  /** No other card waits for the person. */
  alone: boolean;
  form: CardForm;
  onForm: (form: CardForm) => void;
  actions: PanelActions;
}

/** One card, one effect: everything that will happen, before it happens. */
export function ProposalCard({ card, alone, form, onForm, actions }: ProposalCardProps) {
  const place = useRef<HTMLLIElement>(null);
  useKeepFocus(place);
  const [edited, setEdited] = useState<string | null>(null);
  const status = STATUS_WORDS[card.status];
  const over = ['done', 'cancelled', 'rejected'].includes(card.status);
  const title = `card-${card.id}`;
  return (
    <li
      className={`card card-${card.status}`}
      ref={place}
      tabIndex={-1}
      data-card={card.id}
      data-class={card.class}
      data-form={form === 'none' ? undefined : form}
      aria-labelledby={title}
    >
      <div className="card-top">
        <h3 className="card-title" id={title}>
          <VisibleText text={card.title} />
        </h3>
        {card.money !== null && !over && <Badge tone="danger">Money</Badge>}
        {status && <Badge tone={status.tone}>{status.words}</Badge>}
        {edited !== null && edited === card.editable?.value && <Badge icon="pen">Edited by you</Badge>}
      </div>
      {!over && (
        <>
          <p className="card-where quiet">
            <VisibleText text={card.recordWords} />,{' '}
            {isMarked(card, 'account') && <Badge tone="warn">changed</Badge>}
            <VisibleText text={actorWords(card.account, card.channel)} />
          </p>
          {card.server !== null && (
            <p className="card-server">
              <Icon name="globe" />
              <span>
                <VisibleText text={card.server} />
              </span>
            </p>
          )}
          <CardAudience card={card} />
          {card.conflicts.map((conflict) => (
            <CardConflict key={conflict.id} card={card} conflict={conflict} onChoose={actions.choose} />
          ))}
          {(card.conflicts.length === 0 || card.parts.length > 0) && <CardChanges card={card} />}
          <CardParts parts={card.parts.filter((part) => !isLeft(card, part.id))} />
          {card.body !== null && <CardBody body={card.body} marked={isMarked(card, 'body', 'text')} />}
          {card.warnings.length > 0 && (
            <ul className="warnings" aria-label="Warnings">
              {card.warnings.map((words) => (
                <li key={words}>
                  <Icon name="warning" />
                  <VisibleText text={words} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {card.notice && (
        <p className="card-notice">
          <VisibleText text={card.notice} />
        </p>
      )}
      {isOpen(card) && card.undoWords && (
        <p className="card-undo quiet">
          <Icon name="undo" />
          <VisibleText text={card.undoWords} />
        </p>
      )}
      <CardActions
        card={card}
        alone={alone}
        actions={actions}
        form={form}
        onForm={onForm}
        onEdited={setEdited}
      />
    </li>
  );
}
