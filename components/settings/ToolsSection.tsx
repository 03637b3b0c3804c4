import { useCallback, useEffect, useRef, useState } from 'react';
import { VisibleText } from '../text/VisibleText';
import { Button } from '../ui/Button';
import { ToolLine } from './ToolLine';
import type { ImportedFile, SettingsActions, ToolRow } from './types';

/** The tools that were added by files: what they are, where they go, and the way to take them away. */
export function ToolsSection({ actions }: { actions: SettingsActions }) {
  const picker = useRef<HTMLInputElement>(null);
  const [tools, setTools] = useState<ToolRow[] | null>(null);
  const [files, setFiles] = useState<ImportedFile[]>([]);
  const refresh = useCallback(() => actions.listTools().then(setTools), [actions]);
  useEffect(() => void refresh(), [refresh]);

  const take = async (chosen: File[]): Promise<void> => {
    const said: ImportedFile[] = [];
    // one after the other: of two files with one name the second stands
    for (const file of chosen) said.push(await actions.addTool(file));
    setFiles(said);
    await refresh();
  };
  return (
    <section className="settings-section" aria-labelledby="tools-title">
      <h2 id="tools-title">Tools</h2>
      <p className="quiet">
        A tool of your own speaks to another system, such as a shop or an issue tracker. It comes from a file
        that your admin wrote, and it works by the same rules as every other: a card, your click, a receipt.
      </p>
      <div className="row">
        <Button onPress={() => picker.current?.click()}>Add a tool</Button>
        <input
          ref={picker}
          type="file"
          aria-label="Tool files"
          hidden
          multiple
          accept=".json"
          onChange={(event) => {
            take([...(event.target.files ?? [])]).catch(reportError);
            event.target.value = '';
          }}
        />
      </div>
      <ul className="imported" aria-live="polite">
        {files.map((file) => (
          <li key={file.name} className={file.ok ? 'answer-ok' : 'answer-bad'}>
            <strong>
              <VisibleText text={file.name} />
            </strong>{' '}
            <VisibleText text={file.words} />
          </li>
        ))}
      </ul>
      <ul className="sites" aria-label="Added tools">
        {tools?.map((tool) => (
          <ToolLine key={tool.name} tool={tool} actions={actions} onChanged={refresh} />
        ))}
      </ul>
    </section>
  );
}
