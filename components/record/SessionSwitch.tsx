import { useId } from 'react';

interface SessionSwitchProps {
  host: string;
  /** Null until it is known: the place is kept, so that nothing moves under the pointer when it comes. */
  allowed: boolean | null;
  onChange: (host: string, allowed: boolean) => Promise<void>;
}

/** Whether this site may be read and changed over the person's own signed-in session. */
export function SessionSwitch({ host, allowed, onChange }: SessionSwitchProps) {
  const help = useId();
  return (
    <div className={allowed === null ? 'session unknown' : 'session'}>
      <label className="switch">
        <input
          type="checkbox"
          checked={allowed === true}
          aria-describedby={help}
          onChange={(event) => {
            if (event.nativeEvent.isTrusted) void onChange(host, event.target.checked);
          }}
        />
        <span>Use this page’s session</span>
      </label>
      <p className="quiet" id={help}>
        {allowed
          ? 'Changes go straight to the helpdesk, signed in as you.'
          : 'Faster and surer: not by the page’s buttons, straight to the helpdesk.'}
      </p>
    </div>
  );
}
