import type { SuggestionView } from '../../agent/view';
import { SourceLine } from '../draft/SourceLine';
import { VisibleText } from '../text/VisibleText';
import { CopyButton } from '../ui/CopyButton';

/** Ideas to read and copy. None of them does anything by itself. */
export function SuggestionList({ suggestions }: { suggestions: readonly SuggestionView[] }) {
  if (suggestions.length === 0)
    return (
      <p className="empty">
        Suggest looks through your macros, articles and past replies and shows what fits this ticket. It
        changes nothing.
      </p>
    );
  return (
    <ul className="suggestions" aria-label="Suggestions">
      {suggestions.map((suggestion) => (
        <li className="suggestion" key={suggestion.id}>
          <h3 className="card-title" id={`suggestion-${suggestion.id}`}>
            <VisibleText text={suggestion.title} />
          </h3>
          <p className="suggestion-text">
            <VisibleText text={suggestion.text} bare />
          </p>
          {suggestion.source && <SourceLine source={suggestion.source} />}
          <div className="row">
            <CopyButton text={suggestion.text} describedBy={`suggestion-${suggestion.id}`} />
          </div>
        </li>
      ))}
    </ul>
  );
}
