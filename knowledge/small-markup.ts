import { isSafeLink } from '../core/markup';

/**
 * Markdown down to the small markup: bold, italic, lists, links. Headings become bold lines; images, tables' rules,
 * HTML, code fences and quote signs go, and their words stay.
 */
export function toSmallMarkup(markdown: string): string {
  let fenced = false;
  const lines = markdown.split('\n').flatMap((line) => {
    if (/^\s*(?:```|~~~)/.test(line)) {
      fenced = !fenced;
      return [];
    }
    if (fenced) return [line];
    if (/^\s*(?:[-*_]\s*){3,}$/.test(line) || /^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(line)) return [''];
    return [oneLine(line)];
  });
  return lines
    .join('\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function oneLine(line: string): string {
  const heading = /^\s{0,3}#{1,6}\s+(.+?)\s*#*\s*$/.exec(line);
  if (heading?.[1]) return `**${inline(heading[1]).replace(/\*/g, '')}**`;
  const plain = line.replace(/^\s*(?:>\s?)+/, '').replace(/[ \t]+$/, '');
  const bullet = /^\s*[*+-]\s+(?:\[[ xX]\]\s+)?(.+)$/.exec(plain);
  if (bullet?.[1]) return `- ${inline(bullet[1])}`;
  const numbered = /^\s*(\d{1,4})[.)]\s+(.+)$/.exec(plain);
  if (numbered?.[2]) return `${numbered[1]}. ${inline(numbered[2])}`;
  if (/^\s*\|.*\|\s*$/.test(plain))
    return inline(plain.replace(/^\s*\||\|\s*$/g, '').replace(/\s*\|\s*/g, ' – ')).trim();
  return inline(plain.trim());
}

function inline(text: string): string {
  return text
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g, (_all, words: string, href: string) =>
      isSafeLink(href) ? `[${words}](${href})` : words,
    )
    .replace(/<(https?:\/\/[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(?<![\w_])__(?=\S)(.+?)(?<=\S)__(?![\w_])/g, '**$1**')
    .replace(/(?<![\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])/g, '*$1*')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!>|-])/g, '$1');
}
