import { useEffect, useRef, useState } from 'react';
import { reasonWords } from '../../core/reasons';
import { type FormProblems, type FormText, fromText, problemsOf, toText } from './form-text';
import type { KeyChange, SettingsActions } from './types';

export type SaveState = { tone: 'idle' | 'busy' | 'ok' | 'bad'; words: string };

/** The form while it is typed: loaded once, saved on demand, and never emptied by an error. */
export function useSettingsForm(actions: SettingsActions) {
  const [text, setText] = useState<FormText | null>(null);
  const [hasKey, setHasKey] = useState(false);
  const [keyChange, setKeyChange] = useState<KeyChange>({ do: 'keep' });
  const [problems, setProblems] = useState<FormProblems>({});
  const [saved, setSaved] = useState<SaveState>({ tone: 'idle', words: '' });
  const dirty = useRef(false);

  useEffect(() => {
    actions.load().then(
      (loaded) => {
        setText(toText(loaded.form));
        setHasKey(loaded.hasKey);
      },
      (reason) => {
        setSaved({ tone: 'bad', words: 'The settings cannot be read. Reload this page.' });
        reportError(reason);
      },
    );
  }, [actions]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (dirty.current) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);

  const touch = (): void => {
    dirty.current = true;
    setSaved({ tone: 'idle', words: '' });
  };
  const change = (part: Partial<FormText>): void => {
    touch();
    setText((last) => last && { ...last, ...part });
    setProblems((last) => Object.fromEntries(Object.entries(last).filter(([name]) => !(name in part))));
  };
  const changeKey = (next: KeyChange): void => {
    touch();
    setKeyChange(next);
  };
  const save = (): void => {
    if (text === null) return;
    const found = problemsOf(text);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      setSaved({ tone: 'bad', words: 'Not saved. Look at the marked fields.' });
      return;
    }
    setSaved({ tone: 'busy', words: 'Saving…' });
    actions.save(fromText(text), keyChange).then(
      (result) => {
        if (!result.ok) {
          setSaved({
            tone: 'bad',
            words: `Not saved. ${reasonWords(result.refusal.code, result.refusal.detail)}`,
          });
          return;
        }
        dirty.current = false;
        if (keyChange.do !== 'keep') setHasKey(keyChange.do === 'set');
        setKeyChange({ do: 'keep' });
        setSaved({ tone: 'ok', words: 'Saved.' });
      },
      (reason) => {
        setSaved({ tone: 'bad', words: 'Not saved. What you typed is still here; try again.' });
        reportError(reason);
      },
    );
  };
  return { text, hasKey, keyChange, problems, saved, change, changeKey, save, setProblems };
}
