import type { CardView } from '../../agent/view';
import { VisibleText } from '../text/VisibleText';
import { Badge } from '../ui/Badge';
import { isMarked } from './card-words';

const AUDIENCE = {
  public: { tone: 'public', icon: 'globe', word: 'Public', words: 'the customer will read this' },
  internal: { tone: 'internal', icon: 'lock', word: 'Internal', words: 'only your team will read this' },
  unknown: {
    tone: 'danger',
    icon: 'question',
    word: 'Not certain',
    words: 'who will read this cannot be told',
  },
} as const;

/** Who will read it: in colour, in a word and by address. */
export function CardAudience({ card }: { card: CardView }) {
  if (card.visibility === null && card.recipients.length === 0) return null;
  const audience = card.visibility === null ? null : AUDIENCE[card.visibility];
  return (
    <div className="audience">
      {audience && (
        <p className="audience-line">
          <Badge tone={audience.tone} icon={audience.icon}>
            {audience.word}
          </Badge>
          <span className="quiet">{audience.words}</span>
          {isMarked(card, 'visibility') && <Badge tone="warn">changed</Badge>}
        </p>
      )}
      {card.recipients.length > 0 && (
        <p className="recipients">
          <span className="quiet">To</span>
          {card.recipients.map((address) => (
            <span className="recipient" key={address}>
              <VisibleText text={address} />
              {/[^\p{ASCII}]/u.test(address) && <Badge tone="warn">unusual letters</Badge>}
            </span>
          ))}
          {isMarked(card, 'recipients') && <Badge tone="warn">changed</Badge>}
        </p>
      )}
    </div>
  );
}
