import type { DraftView } from '../../agent/view';
import { SourceLine } from './SourceLine';

/** Who wrote the draft, and from what. */
export function DraftOrigin({ draft }: { draft: DraftView }) {
  return (
    <>
      {draft.by && <p className="quiet">{draft.by}</p>}
      {draft.sources.length > 0 && (
        <ul className="sources" aria-label="Sources">
          {draft.sources.map((source) => (
            <li key={`${source.kind} ${source.title} ${source.origin}`}>
              <SourceLine source={source} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
