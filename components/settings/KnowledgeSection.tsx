import { useRef, useState } from 'react';
import { VisibleText } from '../text/VisibleText';
import { Button } from '../ui/Button';
import type { ImportedFile, SettingsActions } from './types';

/** The person's own texts, which stay on this machine. */
export function KnowledgeSection({ actions }: { actions: SettingsActions }) {
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [files, setFiles] = useState<ImportedFile[]>([]);
  const take = (chosen: File[]): void => {
    if (chosen.length === 0) return;
    setBusy(true);
    actions
      .importKnowledge(chosen)
      .then(setFiles, (reason) => {
        setFiles([
          { name: 'Import', ok: false, words: 'Nothing was imported. Reload this page and try again.' },
        ]);
        reportError(reason);
      })
      .finally(() => setBusy(false));
  };
  return (
    <section className="settings-section">
      <h2>Knowledge</h2>
      <p className="quiet">
        Macros, articles and past replies, from Markdown, CSV or JSON files. They stay on this machine; drafts
        cite them.
      </p>
      <div className="row">
        <Button resting={busy} onPress={() => picker.current?.click()}>
          Import knowledge
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          multiple
          accept=".md,.csv,.json"
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      <ul className="imported" aria-live="polite">
        {busy && <li className="quiet">Reading the files…</li>}
        {files.map((file) => (
          <li key={file.name} className={file.ok ? 'answer-ok' : 'answer-bad'}>
            <strong>
              <VisibleText text={file.name} />
            </strong>{' '}
            <VisibleText text={file.words} />
          </li>
        ))}
      </ul>
    </section>
  );
}
