import { useState } from 'react';
import type { ActivityView } from '../../agent/view';

interface SearchActivityProps {
  view: ActivityView;
  onFind: (words: string) => void;
}

/** Looks through everything that was ever done, while it is typed. */
export function SearchActivity({ view, onFind }: SearchActivityProps) {
  const [words, setWords] = useState(view.find);
  const find = (next: string): void => {
    setWords(next);
    onFind(next.trim());
  };
  return (
    <div className="search">
      <input
        type="search"
        className="field"
        aria-label="Search activity"
        placeholder="Search activity"
        value={words}
        onChange={(event) => find(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || words === '') return;
          // Esc is also Stop; here it only ends the search.
          event.stopPropagation();
          event.nativeEvent.stopImmediatePropagation();
          find('');
        }}
      />
      {/* One element that stays, so that what changes in it is read out. */}
      <span className="quiet" aria-live="polite">
        {view.find !== '' && foundWords(view)}
      </span>
    </div>
  );
}

function foundWords({ items, all, complete }: ActivityView): string {
  const found = items.length === 0 ? 'Nothing found' : `${items.length} found`;
  return complete ? `${found}.` : `${found} among the newest ${all.length}; looking further back…`;
}
