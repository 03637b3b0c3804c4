import { visiblePieces } from './visible-text';

/** Text from a page or a model, with everything that cannot be seen made visible. Its direction stays its own. */
export function VisibleText({ text }: { text: string }) {
  return (
    <bdi>
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
    </bdi>
  );
}
