import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { ActivitySource, PanelActions, PanelState } from '../agent/view';
import { ActivityPane } from './activity/ActivityPane';
import { AlertBox } from './ask/AlertBox';
import { AskForm } from './ask/AskForm';
import { RunStatus } from './ask/RunStatus';
import { isOpen } from './cards/card-words';
import { ProposalList } from './cards/ProposalList';
import { DraftBox } from './draft/DraftBox';
import { RecordRegion } from './record/RecordRegion';
import { SuggestionList } from './suggest/SuggestionList';
import { Header } from './ui/Header';
import { useShortcuts } from './use-shortcuts';

export interface PanelProps {
  store: StoreApi<PanelState>;
  actions: PanelActions;
  /** The log, folded. The same observable on every render. */
  activity: ActivitySource;
}

/** The whole panel. It shows `store` and `activity`, and passes clicks on to `actions`; it decides nothing. */
export function Panel({ store, actions, activity }: PanelProps) {
  const state = useStore(store);
  const undoLast = useRef<HTMLButtonElement>(null);
  useShortcuts(
    useMemo(
      () => ({
        approve: (id) => {
          const card = store.getState().cards.find((one) => one.id === id);
          if (card && isOpen(card) && performance.now() >= card.armedAt) void actions.approve(id);
        },
        focusUndo: () => undoLast.current?.focus(),
        stop: () => {
          if (store.getState().run.status === 'running') actions.stop();
        },
      }),
      [store, actions],
    ),
  );
  const { mode, run } = state;
  const running = run.status === 'running';
  const showDraft = mode === 'Draft' || (mode === 'Review' && state.draft.text !== '');
  return (
    <div className="panel">
      <Header />
      <main>
        <RecordRegion binding={state.binding} unsent={state.unsent} actions={actions} />
        {state.alert !== null && <AlertBox words={state.alert} onDismiss={actions.dismissAlert} />}
        <AskForm
          mode={mode}
          instructions={state.instructions}
          run={run}
          ready={state.binding.status === 'bound' || state.binding.status === 'looking'}
          answered={!running && isAnswered(state)}
          actions={actions}
        />
        <RunStatus run={run} />
        {mode === 'Suggest' && <SuggestionList suggestions={state.suggestions} />}
        {showDraft && (
          <DraftBox draft={state.draft} writing={running && mode === 'Draft'} actions={actions} />
        )}
        {(mode === 'Review' || state.cards.length > 0) && (
          <ProposalList cards={state.cards} actions={actions} />
        )}
        <ActivityPane
          activity={activity}
          actions={actions}
          recordKey={state.binding.status === 'bound' ? state.binding.key : null}
          undoLast={undoLast}
        />
      </main>
    </div>
  );
}

function isAnswered({ mode, draft, cards, suggestions }: PanelState): boolean {
  if (mode === 'Draft') return draft.text.trim() !== '' && !draft.incomplete;
  return mode === 'Review'
    ? cards.some((card) => isOpen(card) || card.status === 'held')
    : suggestions.length > 0;
}
