import type { ReactNode } from 'react';
import type { Change } from '../../core/tool';
import { FoldedText } from '../text/FoldedText';
import { VisibleText } from '../text/VisibleText';
import { Icon } from '../ui/Icon';

interface ChangeListProps {
  changes: readonly Change[];
  remark?: (field: string) => ReactNode;
  /** Long values are shown in part. Never before a signature. */
  folded?: boolean;
}

/** `Status: open → solved`, one line a field. */
export function ChangeList(props: ChangeListProps) {
  if (props.changes.length === 0) return null;
  return (
    <dl className="changes">
      {props.changes.map((change) => (
        <div className="change" key={`${change.field} ${change.after}`}>
          <dt>
            <VisibleText text={change.field} />
            {props.remark?.(change.field)}
          </dt>
          <dd>
            <span className="said">from</span>
            <Value value={change.before} className="before" folded={props.folded} />
            <Icon name="arrow" />
            <span className="said">to</span>
            <Value value={change.after} className="after" folded={props.folded} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ValueProps {
  value: string | null;
  className: string;
  folded: boolean | undefined;
}

function Value({ value, className, folded = false }: ValueProps) {
  if (value === null || value === '') return <span className="nothing">empty</span>;
  return (
    <span className={className}>{folded ? <FoldedText text={value} /> : <VisibleText text={value} />}</span>
  );
}
