/** Elements whose text is never drawn as text. What a form control holds is read as a field, not as text. */
const NOT_TEXT = new Set(
  'script style template noscript link meta title head textarea select option datalist input object embed audio video canvas svg math-template'.split(
    ' ',
  ),
);
/** Of these, the ones in which nobody would hide words from a person: they do not count as left out. */
const NOT_COUNTED = new Set(
  'script style noscript link meta title head textarea select option datalist input svg'.split(' '),
);

/** Its text is never drawn as text. */
export const isNoText = (name: string): boolean => NOT_TEXT.has(name);

/** Letters are written there, more than one, and no condition that a mail program reads. */
export const isWords = (text: string): boolean =>
  (/[a-z].*[a-z]/is.test(text) || /\p{L}.*\p{L}/su.test(text)) && !/^\s*\[(if|endif)|<!\[endif/.test(text);

/** Of something left out: 1 where words are in it, however many, else 0. */
export function lostIn(node: Node): number {
  if (node.nodeType !== Node.ELEMENT_NODE) return isWords(node.nodeValue ?? '') ? 1 : 0;
  const name = (node as Element).localName;
  if (NOT_COUNTED.has(name)) return 0;
  const text = name === 'template' ? (node as HTMLTemplateElement).content.textContent : node.textContent;
  return text && isWords(text) ? 1 : 0;
}
