import { useState } from 'react';
import { Button } from '../ui/Button';
import { type FormProblems, type FormText, fromText, problemsOf, serverProblems } from './form-text';
import type { KeyChange, SettingsActions } from './types';

interface TestConnectionProps {
  text: FormText;
  keyChange: KeyChange;
  actions: SettingsActions;
  onProblems: (problems: FormProblems) => void;
}

/** Asks the server once, as the form stands, and says what came back. */
export function TestConnection({ text, keyChange, actions, onProblems }: TestConnectionProps) {
  const [answer, setAnswer] = useState<{ tone: 'busy' | 'ok' | 'bad'; words: string } | null>(null);
  const test = (): void => {
    const problems = serverProblems(text);
    if (Object.keys(problems).length > 0) {
      onProblems(problemsOf(text));
      setAnswer({ tone: 'bad', words: 'Fill in the marked fields first.' });
      return;
    }
    setAnswer({ tone: 'busy', words: 'Asking the server…' });
    actions.testConnection(fromText(text), keyChange).then(
      ({ ok, words }) => setAnswer({ tone: ok ? 'ok' : 'bad', words }),
      (reason) => {
        setAnswer({ tone: 'bad', words: 'The test itself failed. Reload this page and try again.' });
        reportError(reason);
      },
    );
  };
  return (
    <div className="row">
      <Button resting={answer?.tone === 'busy'} onPress={test}>
        Test connection
      </Button>
      <span className={`answer answer-${answer?.tone ?? 'busy'}`} role="status" aria-label="Connection">
        {answer?.words}
      </span>
    </div>
  );
}
