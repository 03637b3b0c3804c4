import { memo } from 'react';
import type { BindingView, PanelActions, PanelState } from '../../agent/view';
import { VisibleText } from '../text/VisibleText';
import { Button } from '../ui/Button';
import { BoundRecord } from './BoundRecord';

interface RecordRegionProps {
  binding: BindingView;
  unsent: PanelState['unsent'];
  actions: PanelActions;
}

/** What the panel is bound to, and what keeps it from being bound. Drawn anew only when that changes. */
export const RecordRegion = memo(function RecordRegion({ binding, unsent, actions }: RecordRegionProps) {
  return (
    <section className="record" aria-label="Record">
      {unsent && (
        <div className="unsent">
          <p>
            <strong>Not sent</strong> <VisibleText text={unsent.words} />
          </p>
          <Button onPress={() => void actions.returnToUnsent()}>Go back to it</Button>
        </div>
      )}
      <Binding binding={binding} actions={actions} />
    </section>
  );
});

function Binding({ binding, actions }: { binding: BindingView; actions: PanelActions }) {
  switch (binding.status) {
    case 'none':
      return (
        <>
          <h2 className="record-subject">No ticket here</h2>
          <p className="quiet">
            <VisibleText text={binding.words} />
          </p>
        </>
      );
    case 'needs-permission':
      return (
        <>
          <h2 className="record-subject">
            <VisibleText text={hostOf(binding.origin)} />
          </h2>
          <p className="quiet">
            Countersign reads a site only after you allow it. Nothing has been read here. You can take it back
            in Settings.
          </p>
          <Button kind="main" onPress={() => void actions.grantSite(binding.origin)}>
            Allow this site
          </Button>
        </>
      );
    case 'looking':
      return <p className="quiet looking">Reading the page…</p>;
    case 'bound':
      return <BoundRecord {...binding} actions={actions} />;
  }
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : origin);
