import { VisibleText } from '../text/VisibleText';
import { Badge } from '../ui/Badge';

/** The text exactly as it will be posted, at its full length: nothing is folded away before a signature. */
export function CardBody({ body, marked }: { body: string; marked: boolean }) {
  return (
    <div className="body">
      {marked && <Badge tone="warn">changed</Badge>}
      <p className="body-text">
        <VisibleText text={body} bare />
      </p>
    </div>
  );
}
