import { Fragment } from 'react';
import { visiblePieces } from './visible-text';

/**
 * Text from a page or a model, with everything that cannot be seen made visible. Its direction of writing is kept
 * from the words around it; `bare` leaves that to a block of its own, where each paragraph then has its own direction.
 */
export function VisibleText({ text, bare = false }: { text: string; bare?: boolean }) {
  const Around = bare ? Fragment : 'bdi';
  return (
    <Around>
      {visiblePieces(text).map((piece, i) =>
        piece.kind === 'mark' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
          <mark key={i} className="unseen">
            {piece.shown}
          </mark>
        ) : (
          piece.shown
        ),
      )}
    </Around>
  );
}
