import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps keyboard focus from falling off the page: when the focused button inside `ref` goes away or is disabled,
 * the element of `ref` (which needs a tabIndex) takes the focus over.
 */
export function useKeepFocus(ref: RefObject<HTMLElement | null>): void {
  const inside = useRef(false);
  useEffect(() => {
    const note = (event: Event): void => {
      inside.current = event.target instanceof Node && (ref.current?.contains(event.target) ?? false);
    };
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', note);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', note);
    };
  }, [ref]);
  useEffect(() => {
    const at = document.activeElement;
    // A button that is disabled keeps the focus until the next frame and drops it then.
    const lost = at === null || at === document.body || at.matches(':disabled');
    if (inside.current && lost) ref.current?.focus({ preventScroll: true });
  });
}
