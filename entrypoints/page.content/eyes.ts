// How this script reads a page. The parts use it as it is here instead of bringing a second copy (`scripts/build/eyes.ts`).
export { digest } from '../../core/digest';
export {
  blocksToHtml,
  blocksToText,
  escapeHtml,
  findPlaceholders,
  inlineText,
  isWellFormedBody,
  markupToHtml,
  markupToText,
  parseMarkup,
} from '../../core/markup';
export {
  array,
  boolean,
  enum as oneOf,
  int,
  lazy,
  literal,
  maxLength,
  nullable,
  optional,
  record,
  regex,
  strictObject,
  string,
  union,
  unknown,
} from '../../core/small-zod';
export { fieldAt } from '../../page/fields/known';
export { labelOf } from '../../page/fields/labels';
export { composerBox, readComposer, textIn } from '../../page/read/composer';
export { asDocument, composerIn, documentView } from '../../page/read/document';
export { distrust, findAll, findOwn, findSeen, firstSeen } from '../../page/read/find';
export { frameDocument, isFrame, shadowOf } from '../../page/read/flat-tree';
export { genericComposer, mayHold, sharedWith } from '../../page/read/generic-composer';
export { idShown, pageFor, pathOf } from '../../page/read/identity';
export { digestKey, offersMore } from '../../page/read/messages';
export { oneLine } from '../../page/read/one-line';
export { readFirst, readProbe, standsBeside } from '../../page/read/probe';
export { foldQuoted, QUOTED } from '../../page/read/quoted';
export { inOrder, oldestFirst } from '../../page/read/time-order';
export { Sight } from '../../page/read/visible-text';
