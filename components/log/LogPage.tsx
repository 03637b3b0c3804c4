import { Mark } from '../ui/Mark';
import { BesideSection } from './BesideSection';
import { CareSection } from './CareSection';
import { CollectorSection } from './CollectorSection';
import { EraseSection } from './EraseSection';
import { ExportSection } from './ExportSection';
import { OpenSection } from './OpenSection';
import { RunsSection } from './RunsSection';
import type { LogActions } from './types';

/** The log: its runs, what can be taken out of it, and its care. Hand it the same `actions` on every render. */
export function LogPage({ actions }: { actions: LogActions }) {
  return (
    <main className="settings log-page">
      <header className="settings-header">
        <h1 className="brand">
          <Mark />
          Log and trace
        </h1>
      </header>
      <BesideSection actions={actions} />
      <RunsSection title="Runs" load={actions.runs} trace={actions.trace} />
      <ExportSection actions={actions} />
      <OpenSection actions={actions} />
      <CareSection actions={actions} />
      <EraseSection actions={actions} />
      <CollectorSection actions={actions} />
    </main>
  );
}
