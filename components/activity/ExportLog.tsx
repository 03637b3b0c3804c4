import { useState } from 'react';
import type { PanelActions } from '../../agent/view';
import { saveFile } from '../save-file';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';

/** Downloads the whole log as one file, at once. */
export function ExportLog({ exportLog }: { exportLog: PanelActions['exportLog'] }) {
  const [state, setState] = useState<'idle' | 'busy' | 'saved' | 'failed'>('idle');
  const run = (): void => {
    setState('busy');
    exportLog().then(
      (file) => {
        saveFile(file);
        setState('saved');
      },
      (reason) => {
        setState('failed');
        reportError(reason);
      },
    );
  };
  return (
    <div className="export">
      <span className="quiet" aria-live="polite">
        {state === 'saved' && 'Log saved.'}
        {state === 'failed' && 'Not exported. Try again.'}
      </span>
      <Button kind="quiet" resting={state === 'busy'} onPress={run}>
        <Icon name="download" />
        Export log
      </Button>
    </div>
  );
}
