import type { Observation } from '../../core/observation';
import type { RecordPage } from '../../core/site';

/** What this account may not do, by what the page leaves out for it; undefined where the page does not show that. */
export function lackingOn(doc: Document, { rights }: RecordPage): Observation['lacking'] {
  if (!rights || !doc.querySelector(rights.in)) return undefined;
  return rights.signs
    .filter(({ sign }) => !doc.querySelector(sign))
    .flatMap(({ right, operations }) => operations.map((operation) => ({ operation, right })));
}
