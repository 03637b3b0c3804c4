import { useId } from 'react';

interface SessionSwitchProps {
  host: string;
  allowed: boolean;
  onChange: (host: string, allowed: boolean) => Promise<void>;
}

/** Whether this site may be read and changed over the person's own signed-in session. */
export function SessionSwitch({ host, allowed, onChange }: SessionSwitchProps) {
  const help = useId();
  return (
    <div className="session">
      <label className="switch">
        <input
          type="checkbox"
          checked={allowed}
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
          : 'Faster and surer: changes go straight to the helpdesk, signed in as you, instead of by its buttons.'}
      </p>
    </div>
  );
}
