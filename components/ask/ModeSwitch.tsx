import { useId } from 'react';
import { MODES, type Mode } from '../../core/words';

/** Suggest, Draft or Review. Arrow keys move between them, as in every group of radios. */
export function ModeSwitch(props: { mode: Mode; disabled: boolean; onChange: (mode: Mode) => void }) {
  const name = useId();
  return (
    <div className="modes" role="radiogroup" aria-label="Mode">
      {MODES.map((mode) => (
        <label className="mode" key={mode}>
          <input
            className="mode-choice"
            type="radio"
            name={name}
            value={mode}
            checked={props.mode === mode}
            disabled={props.disabled}
            onChange={() => props.onChange(mode)}
          />
          <span className="mode-name">{mode}</span>
        </label>
      ))}
    </div>
  );
}
