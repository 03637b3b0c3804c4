import { useEffect } from 'react';

export interface Shortcuts {
  /** Ctrl/⌘+Enter with the focus inside a card that is not being edited or rejected. */
  approve(cardId: string): void;
  /** Ctrl/⌘+Z outside a text box. */
  focusUndo(): void;
  /** Esc. */
  stop(): void;
}

const TEXT_BOX =
  'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])';

/** The panel's shortcuts. A key that a form inside has used (`preventDefault`) is left alone, as is a held key. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.isTrusted || event.repeat || event.isComposing || event.defaultPrevented) return;
      const at = document.activeElement;
      const command = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (command && event.key === 'Enter') {
        const card = at?.closest<HTMLElement>('[data-card]:not([data-form])')?.dataset.card;
        if (card === undefined) return;
        event.preventDefault();
        shortcuts.approve(card);
      } else if (command && event.key.toLowerCase() === 'z') {
        if (at?.matches(TEXT_BOX)) return;
        event.preventDefault();
        shortcuts.focusUndo();
      } else if (event.key === 'Escape') {
        shortcuts.stop();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
