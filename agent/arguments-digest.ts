import { digestOf } from '../core/hash';
import type { Result } from '../core/result';
import type { Card } from './card';

/**
 * SHA-256, hex, of the call that a card stands for. The proposal and the signature name the same one, so a reader of
 * the log sees that what was signed is what was shown; after an edit they differ, and the signature says `edited`.
 */
export function argumentsDigest(card: Pick<Card, 'tool' | 'input'>): Result<string> {
  return digestOf([
    'countersign-arguments-v1',
    card.tool.name,
    card.tool.version,
    JSON.stringify(card.input),
  ]);
}
