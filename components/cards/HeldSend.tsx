import { useState } from 'react';
import type { CardView, PanelActions } from '../../agent/view';
import { Button } from '../ui/Button';
import { useNow } from '../use-now';

/** The countdown of a held send. It is drawn every second and spoken twice: at its start and five seconds before. */
export function HeldSend(props: { card: CardView; armed: boolean; actions: PanelActions }) {
  const { card, armed, actions } = props;
  const now = useNow(250);
  const endsAt = card.holdEndsAt ?? now;
  const [whole] = useState(() => Math.max(1, Math.ceil((endsAt - Date.now()) / 1000)));
  const left = Math.max(0, Math.ceil((endsAt - now) / 1000));
  const spoken =
    left === 0 ? 'Sending.' : left <= 5 ? 'Sent in 5 seconds.' : `Sent in ${whole} seconds. You can cancel.`;
  return (
    <div className="held">
      <p className="countdown" aria-hidden="true">
        {left === 0 ? 'Sending…' : `Sends in ${left} s`}
      </p>
      <progress className="hold" aria-hidden="true" max={whole * 1000} value={Math.max(0, endsAt - now)} />
      <span className="said" aria-live="polite">
        {spoken}
      </span>
      <div className="row">
        <Button kind="main" disabled={!armed} onPress={() => void actions.cancelSend(card.id)}>
          Cancel send
        </Button>
        <Button disabled={!armed} onPress={() => void actions.sendNow(card.id)}>
          Send now
        </Button>
      </div>
    </div>
  );
}
