import type { ReactNode } from 'react';
import type { Change } from '../../core/tool';
import { VisibleText } from '../text/VisibleText';
import { Icon } from '../ui/Icon';

/** `Status: open → solved`, one line a field. */
export function ChangeList(props: { changes: readonly Change[]; remark?: (field: string) => ReactNode }) {
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
            <Value value={change.before} className="before" />
            <Icon name="arrow" />
            <span className="said">to</span>
            <Value value={change.after} className="after" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value, className }: { value: string | null; className: string }) {
  if (value === null || value === '') return <span className="nothing">empty</span>;
  return (
    <span className={className}>
      <VisibleText text={value} />
    </span>
  );
}
