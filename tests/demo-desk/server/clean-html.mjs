/** Which of an agent's HTML may enter the thread? Text formatting and links; everything else is dropped. */

const ALLOWED = new Set(['p', 'br', 'strong', 'b', 'em', 'i', 'ul', 'ol', 'li', 'blockquote', 'a', 'div']);
const SAME = { b: 'strong', i: 'em' };
const DROPPED_WHOLE = /<(script|style|template|iframe|svg|math)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const LINK = /^(https?:\/\/|mailto:)/i;
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const decoded = (text) =>
  text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = name[1].toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** Keeps the allowed tags without their attributes, except a link's address and the signature's class. */
export function cleanHtml(html) {
  return html
    .replace(DROPPED_WHOLE, '')
    .replace(/<(\/?)([a-z][a-z0-9]*)\b((?:"[^"]*"|'[^']*'|[^'">])*)>/gi, (_, close, tag, rest) => {
      const name = SAME[tag.toLowerCase()] ?? tag.toLowerCase();
      if (!ALLOWED.has(name)) return '';
      if (close) return name === 'br' ? '' : `</${name}>`;
      if (name === 'div') return /\bclass="signature"/.test(rest) ? '<div class="signature">' : '<div>';
      if (name !== 'a') return `<${name}>`;
      const href = decoded(
        /\bhref\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/i.exec(rest)?.[1]?.replace(/^["']|["']$/g, '') ?? '',
      );
      return LINK.test(href) ? `<a href="${escaped(href)}" rel="noopener noreferrer">` : '<a>';
    });
}

/** The words of an HTML text, one line per block. */
export function plainText(html) {
  const lines = html
    .replace(DROPPED_WHOLE, '')
    .replace(/<br\b[^>]*>|<\/(p|li|div|tr|blockquote)\s*>/gi, '\n')
    .replace(/<[^>]*>/g, '');
  return decoded(lines)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
