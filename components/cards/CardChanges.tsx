import type { CardView } from '../../agent/view';
import { Badge } from '../ui/Badge';
import { ChangeList } from './ChangeList';
import { isMarked } from './card-words';

/** What will change, field by field. The text that will be posted is shown apart, not twice. */
export function CardChanges({ card }: { card: CardView }) {
  const changes = card.changes.filter((change) => card.body === null || change.after !== card.body);
  return (
    <ChangeList
      changes={changes}
      remark={(field) => (isMarked(card, field) ? <Badge tone="warn">changed</Badge> : null)}
    />
  );
}
