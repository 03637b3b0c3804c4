import { blocksToText, parseMarkup } from './markup';
import { beginsWith, holdsText } from './text';

/** What may be seen of a body: an address follows its words where only plain text is held, elsewhere it is hidden. */
const formsOf = (body: string): string[] =>
  [false, true].map((bare) => blocksToText(parseMarkup(body), bare));

/** True when a text that was read holds this body, however it is laid out. */
export const holdsBody = (text: string, body: string): boolean =>
  formsOf(body).some((form) => holdsText(text, form));

/** True when it begins with it. */
export const beginsWithBody = (text: string, body: string): boolean =>
  formsOf(body).some((form) => beginsWith(text, form));
