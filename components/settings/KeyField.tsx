import { Button } from '../ui/Button';
import { TextField } from './TextField';
import type { KeyChange } from './types';

interface KeyFieldProps {
  hasKey: boolean;
  change: KeyChange;
  onChange: (change: KeyChange) => void;
}

/** The key is masked while it is typed, stays on this machine, and is never shown again once it is saved. */
export function KeyField({ hasKey, change, onChange }: KeyFieldProps) {
  const saved = hasKey && change.do === 'keep';
  return (
    <div className="key">
      <TextField
        label="API key"
        className="masked"
        value={change.do === 'set' ? change.key : ''}
        placeholder={saved ? 'A key is saved. Type to replace it.' : ''}
        help={
          change.do === 'remove'
            ? 'The saved key will be removed when you press Save.'
            : 'Stays on this machine, and goes to the server above and nowhere else. Leave it empty if the server needs none.'
        }
        onText={(key) => onChange(key === '' ? { do: 'keep' } : { do: 'set', key })}
      />
      {saved && (
        <Button kind="quiet" onPress={() => onChange({ do: 'remove' })}>
          Remove key
        </Button>
      )}
    </div>
  );
}
