import { type KeyboardEvent, useState } from 'react';
import type { CardView } from '../../agent/view';
import { Button } from '../ui/Button';

interface EditFormProps {
  editable: NonNullable<CardView['editable']>;
  onSave: (value: string) => void;
  onCancel: () => void;
}

/** Changes the one part of a card that a person may change. Saving approves nothing: the card is shown anew. */
export function EditForm({ editable, onSave, onCancel }: EditFormProps) {
  const [value, setValue] = useState(editable.value);
  const empty = value.trim() === '';
  const save = (): void => {
    if (!empty) onSave(value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.nativeEvent.isTrusted || event.nativeEvent.isComposing) return;
    const inField = !(event.target instanceof HTMLButtonElement);
    const saves = event.key === 'Enter' && (event.ctrlKey || event.metaKey || (isOneLine && inField));
    if (!saves && event.key !== 'Escape') return;
    event.preventDefault();
    if (saves) save();
    else onCancel();
  };
  const isOneLine = !editable.multiline && editable.options === null;
  const common = { className: 'field', value, autoFocus: true, dir: 'auto' };
  const label = editable.multiline ? 'Text to post' : 'New value';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up here from the field inside
    <div className="form" onKeyDown={onKeyDown}>
      {editable.options ? (
        <select {...common} aria-label={label} onChange={(event) => setValue(event.target.value)}>
          {withCurrent(editable.options, editable.value).map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : editable.multiline ? (
        <textarea
          {...common}
          aria-label={label}
          rows={5}
          onChange={(event) => setValue(event.target.value)}
        />
      ) : (
        <input
          {...common}
          aria-label={label}
          type="text"
          onChange={(event) => setValue(event.target.value)}
        />
      )}
      <div className="row">
        <Button kind="main" disabled={empty} onPress={save}>
          Save
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
        <span className="quiet">You approve it afterwards.</span>
      </div>
    </div>
  );
}

const withCurrent = (options: readonly string[], current: string): readonly string[] =>
  options.includes(current) ? options : [current, ...options];
