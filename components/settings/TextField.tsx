import { type InputHTMLAttributes, useId } from 'react';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  label: string;
  value: string;
  onText: (text: string) => void;
  help?: string;
  problem?: string;
}

/** A labelled input with its help and, when something is wrong, what to do about it. */
export function TextField({ label, value, onText, help, problem, className, ...input }: TextFieldProps) {
  const id = useId();
  return (
    <div className="setting">
      <label className="setting-label" htmlFor={id}>
        {label}
      </label>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...input}
        id={id}
        className={`field ${className ?? ''}`}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-help ${id}-problem`}
        onChange={(event) => onText(event.target.value)}
      />
      <p className="quiet" id={`${id}-help`}>
        {help}
      </p>
      <p className="problem" id={`${id}-problem`}>
        {problem}
      </p>
    </div>
  );
}
