import { useEffect, useId, useRef, useState } from 'react';
import { reasonWords } from '../../core/reasons';
import { VisibleText } from '../text/VisibleText';
import { Button } from '../ui/Button';
import type { SettingsActions, SiteNoteView } from './types';

interface SiteNoteFieldProps {
  host: string;
  actions: Pick<SettingsActions, 'siteNote' | 'setSiteNote'>;
}

const TYPED = 'typed in Settings';

/** A person's own note for one site: typed here or read from a file, shown, changed and taken away. */
export function SiteNoteField({ host, actions }: SiteNoteFieldProps) {
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [kept, setKept] = useState<SiteNoteView | null>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    actions.siteNote(host).then((note) => {
      setKept(note);
      setText(note?.text ?? '');
    }, reportError);
  }, [actions, host]);

  const keep = async (next: string, origin: string): Promise<void> => {
    const result = await actions.setSiteNote(host, next, origin);
    setProblem(result.ok ? undefined : reasonWords(result.refusal.code, result.refusal.detail));
    if (!result.ok) return;
    setKept(result.value);
    setText(result.value?.text ?? '');
  };
  return (
    <details className="site-token site-note">
      <summary>{kept ? 'Note for this site is kept' : 'Add a note for this site'}</summary>
      <div className="setting">
        <label className="setting-label" htmlFor={id}>
          Note for {host}
        </label>
        <textarea
          id={id}
          className="field"
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-help ${id}-problem`}
          placeholder={'## What a status means\n- Pending: …\n\n## Never write\n- …'}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="quiet" id={`${id}-help`}>
          Plain text or Markdown: what a status means here, what is never written. It helps with drafts and is
          never an order; a draft that holds one of your “Never write” phrases gets a warning.
        </p>
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
        {kept && (
          <p className="quiet">
            <VisibleText text={`${kept.words} From ${kept.origin}, ${kept.updatedAt.slice(0, 10)}.`} />
          </p>
        )}
      </div>
      <div className="row">
        <Button
          disabled={text.trim() === '' || text === kept?.text}
          aria-label={`Keep note for ${host}`}
          onPress={() => void keep(text, TYPED)}
        >
          Keep note
        </Button>
        <Button aria-label={`Read a file for ${host}`} onPress={() => picker.current?.click()}>
          Read a file
        </Button>
        {kept && (
          <Button kind="quiet" aria-label={`Remove note for ${host}`} onPress={() => void keep('', TYPED)}>
            Remove note
          </Button>
        )}
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={`Note file for ${host}`}
          accept=".md,.txt,.markdown"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) file.text().then((read) => keep(read === '' ? ' ' : read, file.name), reportError);
          }}
        />
      </div>
    </details>
  );
}
