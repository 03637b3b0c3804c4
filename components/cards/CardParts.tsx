import type { CardPartView } from '../../agent/view';
import { VisibleText } from '../text/VisibleText';
import { Badge } from '../ui/Badge';
import { CardBody } from './CardBody';
import { ChangeList } from './ChangeList';
import { STATUS_WORDS } from './card-words';

/** The steps of a macro: each with what it changes and, once it was tried, how it went. */
export function CardParts({ parts }: { parts: readonly CardPartView[] }) {
  if (parts.length === 0) return null;
  return (
    <fieldset className="card-parts">
      <legend className="quiet">
        {parts.length === 1 ? 'One step' : `${parts.length} steps, in this order`}
      </legend>
      {parts.map((part) => (
        <div className="card-part" key={part.id}>
          <div className="card-top">
            <p className="card-part-title">
              <VisibleText text={part.title} />
            </p>
            <PartStatus status={part.status} />
          </div>
          {part.body === null ? (
            <ChangeList changes={part.changes} />
          ) : (
            <CardBody body={part.body} marked={false} />
          )}
        </div>
      ))}
    </fieldset>
  );
}

function PartStatus({ status }: { status: CardPartView['status'] }) {
  const shown = STATUS_WORDS[status];
  return shown ? <Badge tone={shown.tone}>{shown.words}</Badge> : null;
}
