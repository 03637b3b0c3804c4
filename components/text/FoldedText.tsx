import { useState } from 'react';
import { VisibleText } from './VisibleText';

/** What fits into about three lines of a side panel. */
const CHARACTERS = 160;
const LINES = 3;

/** A text of which three lines are shown, and all of it on request. A short one is simply shown. */
export function FoldedText({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  if (text.length <= CHARACTERS && text.split('\n').length <= LINES) return <VisibleText text={text} />;
  return (
    <>
      <span className={open ? 'long' : 'long folded'}>
        <VisibleText text={text} />
      </span>
      <button type="button" className="show-all" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Show less' : 'Show all'}
      </button>
    </>
  );
}
