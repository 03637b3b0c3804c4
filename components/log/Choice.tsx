import { useId } from 'react';

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: Record<T, string>;
  onChange: (value: T) => void;
}

/** One of a few, by radio buttons. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className="choice" aria-label={label}>
      <legend className="setting-label">{label}</legend>
      {(Object.keys(options) as T[]).map((key) => (
        <label key={key} className="choice-option">
          <input type="radio" name={name} checked={value === key} onChange={() => onChange(key)} />
          {options[key]}
        </label>
      ))}
    </fieldset>
  );
}
