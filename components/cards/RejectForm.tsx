import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../ui/Button';

const REASONS = ['Not needed', 'Wrong value', 'Wrong time', 'I will do it myself'] as const;
/** How long the question for a reason waits when nobody answers it. */
const WAIT_MS = 3000;

/**
 * The person has rejected the card; a reason may follow. One click is enough: without an answer the rejection is
 * passed on after a moment, or as soon as the focus goes elsewhere.
 */
export function RejectForm({ onReject, onKeep }: { onReject: (reason: string) => void; onKeep: () => void }) {
  const [reason, setReason] = useState('');
  const [waiting, setWaiting] = useState(true);
  const passedOn = useRef(false);
  const reject = (why: string): void => {
    if (passedOn.current) return;
    passedOn.current = true;
    onReject(why.trim());
  };
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => reject(''), WAIT_MS);
    return () => clearTimeout(timer);
  });
  const onBlur = (event: FocusEvent): void => {
    // Focus that goes to another window is not an answer.
    if (document.hasFocus() && !event.currentTarget.contains(event.relatedTarget)) reject(reason);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: notes that the person is answering
    <div
      className="form"
      onBlur={onBlur}
      onPointerDown={() => setWaiting(false)}
      onKeyDown={(event) => {
        setWaiting(false);
        // The card's own shortcut must not approve what is being rejected.
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.preventDefault();
        if (event.key === 'Escape') {
          event.preventDefault();
          passedOn.current = true;
          onKeep();
        }
      }}
    >
      <p aria-live="polite">
        <strong>Rejected.</strong> <span className="quiet">Say why, if you like:</span>
      </p>
      <div className="chips">
        {REASONS.map((words, i) => (
          <Button className="chip" key={words} autoFocus={i === 0} onPress={() => reject(words)}>
            {words}
          </Button>
        ))}
      </div>
      <div className="row">
        <input
          className="field grow"
          type="text"
          aria-label="Reason"
          placeholder="Another reason"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) reject(reason);
          }}
        />
        <Button onPress={() => reject(reason)}>Done</Button>
        <Button
          kind="quiet"
          onPress={() => {
            passedOn.current = true;
            onKeep();
          }}
        >
          Keep it
        </Button>
      </div>
    </div>
  );
}
