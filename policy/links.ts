/** Hosts named in a text, with or without a scheme, decoded as a browser would. */
export function hostsIn(text: string): string[] {
  const found = new Set<string>();
  const bare = text.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '');
  for (const match of bare.matchAll(/(?:[a-z][a-z0-9+.-]*:)?[\\/]{2}[^\s<>()"']+/gi)) {
    const host = hostOf(match[0]);
    if (host) found.add(host);
  }
  // Without a scheme: a dotted name that ends in letters and is not part of an address or a file name.
  for (const match of bare.matchAll(
    /(?<![\w@.-])((?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,24})(?=[/:?#\s,;!)]|\.?\s|\.?$)/giu,
  )) {
    const host = hostOf(`https://${match[1]}`);
    if (host && !FILE_ENDINGS.test(host)) found.add(host);
  }
  return [...found];
}

const FILE_ENDINGS = /\.(pdf|csv|log|txt|png|jpe?g|docx?|xlsx?|zip|html?|json|md|js|ts)$/;

/** `https://good.example@evil.example/` is evil.example. */
function hostOf(text: string): string | null {
  const cleaned = text
    .replace(/\\/g, '/')
    .replace(/^hxxp/i, 'http')
    .replace(/[.,;!?]+$/, '');
  try {
    return (
      new URL(cleaned.startsWith('//') ? `https:${cleaned}` : cleaned).hostname.replace(/\.$/, '') || null
    );
  } catch {
    return null; // not an address that a browser would open
  }
}
