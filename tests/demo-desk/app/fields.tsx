import { useEffect, useRef, useState } from 'react';

interface Props {
  label: string;
  /** Id of the control; the label points to it. */
  id: string;
  value: string;
  save: (value: string) => Promise<void>;
}

/** A choice. It shows the new value only once the desk has taken it. */
export function ChoiceField({
  label,
  id,
  value,
  save,
  options,
}: Props & { options: Record<string, string> }) {
  const [busy, setBusy] = useState(false);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-busy={busy}
        onChange={async (event) => {
          setBusy(true);
          await save(event.target.value);
          setBusy(false);
        }}
      >
        {Object.entries(options).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A line of text. It is saved when it is left or Enter is pressed, and then shows what the desk holds. */
export function TextField({ label, id, value, save }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const saved = useRef({ value, save });
  saved.current = { value, save };

  useEffect(() => {
    const control = input.current;
    if (!control) return;
    const commit = async () => {
      if (control.value !== saved.current.value) await saved.current.save(control.value);
      control.value = saved.current.value;
    };
    // React's own change event comes with every key; this one comes when the text is finished.
    control.addEventListener('change', commit);
    return () => control.removeEventListener('change', commit);
  }, []);
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = value;
  }, [value]);

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} ref={input} type="text" defaultValue={value} placeholder="—" autoComplete="off" />
    </div>
  );
}
