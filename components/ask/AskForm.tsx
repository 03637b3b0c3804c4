import type { PanelActions, RunView } from '../../agent/view';
import type { Mode } from '../../core/words';
import { Button } from '../ui/Button';
import { ModeSwitch } from './ModeSwitch';

const MAIN_ACTION: Record<Mode, string> = {
  Suggest: 'Suggest',
  Draft: 'Draft reply',
  Review: 'Propose actions',
};

const HINT: Record<Mode, string> = {
  Suggest: 'What are you looking for? Optional.',
  Draft: 'What should the reply say? Optional.',
  Review: 'What should be done? Optional.',
};

interface AskFormProps {
  mode: Mode;
  instructions: string;
  run: RunView;
  /** There is something to work on. */
  ready: boolean;
  /** Something made before waits for the person, so that asking again is not the next thing to do. */
  answered: boolean;
  actions: PanelActions;
}

/** What the person asks for: the mode, a wish in their own words, and the one main action. */
export function AskForm({ mode, instructions, run, ready, answered, actions }: AskFormProps) {
  const running = run.status === 'running';
  const start = (): void => {
    if (ready && !running) void actions.start();
  };
  return (
    <div className="ask">
      <ModeSwitch mode={mode} disabled={running} onChange={actions.setMode} />
      <textarea
        className="field instructions"
        aria-label="Instructions"
        placeholder={HINT[mode]}
        rows={1}
        dir="auto"
        value={instructions}
        onChange={(event) => actions.setInstructions(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          if (event.nativeEvent.isTrusted && !event.repeat) start();
        }}
      />
      <div className="row">
        <Button
          kind={answered ? 'plain' : 'main'}
          className="grow"
          resting={!ready || running}
          onPress={start}
        >
          {MAIN_ACTION[mode]}
        </Button>
        {running && <Button onPress={actions.stop}>Stop</Button>}
      </div>
    </div>
  );
}
