import type { Source } from '../../core/engine';
import { VisibleText } from '../text/VisibleText';

const KIND: Record<Source['kind'], string> = {
  macro: 'Macro',
  article: 'Article',
  'past-reply': 'Past reply',
  ticket: 'This ticket',
  'site-note': 'Site note',
};

/** `Macro · Late parcel · shop-macros.csv` */
export function SourceLine({ source }: { source: Source }) {
  return (
    <span className="source">
      <span className="source-kind">{KIND[source.kind]}</span>
      <span>
        <VisibleText text={source.title} />
      </span>
      {source.origin && (
        <span className="quiet">
          <VisibleText text={source.origin} />
        </span>
      )}
    </span>
  );
}
