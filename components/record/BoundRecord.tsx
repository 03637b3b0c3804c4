import type { OwnTools, PanelActions } from '../../agent/view';
import type { Observation } from '../../core/observation';
import { VisibleText } from '../text/VisibleText';
import { Badge } from '../ui/Badge';
import { abilityLines, lackLines, ownToolLines } from './ability-words';
import { SessionSwitch } from './SessionSwitch';

interface BoundRecordProps {
  seen: Observation;
  sessionAllowed: boolean | null;
  sessionPossible: boolean;
  ownTools: OwnTools | null;
  actions: PanelActions;
}

/** The record that is open: whose it is, what can be done with it, and what is not known about it. */
export function BoundRecord({ seen, sessionAllowed, sessionPossible, ownTools, actions }: BoundRecordProps) {
  const known = seen.record.type !== 'document';
  const remarks = [...lackLines(seen.lacking), ...seen.missing, ...seen.notes];
  return (
    <>
      <p className="record-system">
        <VisibleText text={seen.system} />
        {known && (
          <span className="record-id">
            {seen.record.type === 'ticket' ? 'Ticket' : 'Contact'} <VisibleText text={seen.record.id} />
          </span>
        )}
      </p>
      <h2 className="record-subject">
        <VisibleText text={seen.subject || seen.title || 'Untitled page'} />
      </h2>
      {seen.requester && (
        <p className="record-requester">
          <VisibleText text={seen.requester.name || 'No name shown'} />
          {seen.requester.email && (
            <span className="quiet">
              <VisibleText text={seen.requester.email} />
            </span>
          )}
        </p>
      )}
      {!known && (
        <p className="quiet">
          No ticket or contact was recognised, so this panel is bound to the page itself. You can draft, copy,
          insert into a reply box and take that back.
        </p>
      )}
      {(known ? [...abilityLines(seen.abilities), ...ownToolLines(ownTools)] : []).map((line) => (
        <p className="record-abilities quiet" key={line}>
          <VisibleText text={line} />
        </p>
      ))}
      {seen.hiddenCount > 0 && (
        <Badge tone="warn" icon="shield">
          Hidden text removed: {seen.hiddenCount}
        </Badge>
      )}
      {remarks.length > 0 && (
        <ul className="remarks">
          {remarks.map((words) => (
            <li key={words}>
              <VisibleText text={words} />
            </li>
          ))}
        </ul>
      )}
      {sessionPossible && (
        <SessionSwitch host={seen.record.host} allowed={sessionAllowed} onChange={actions.allowSession} />
      )}
    </>
  );
}
