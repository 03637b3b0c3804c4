const MARK = 'data-connect';

/**
 * Narrows where this page may connect, for the rest of its life, to the extension's own files and the given servers.
 * Must run before the page's first request. Policies only ever add up to less: when other servers are needed later,
 * the page has to be loaded anew.
 * @param origins addresses of which only the origin counts; anything but http and https is left out
 * @returns whether exactly these are allowed now; false when an earlier call allowed others
 */
export function narrowConnect(doc: Document, origins: readonly string[]): boolean {
  const wanted = connectSources(origins);
  const before = doc.querySelector(`meta[${MARK}]`);
  if (before) return before.getAttribute('content') === wanted;
  const meta = doc.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = wanted;
  meta.setAttribute(MARK, '');
  doc.head.append(meta);
  return true;
}

/** `connect-src 'self' https://api.example.com`: sorted, each once, so that equal sets are equal texts. */
export function connectSources(origins: readonly string[]): string {
  const safe = origins.flatMap((text) => {
    if (!URL.canParse(text)) return [];
    const { protocol, origin } = new URL(text);
    return protocol === 'https:' || protocol === 'http:' ? [origin] : [];
  });
  return ["connect-src 'self'", ...[...new Set(safe)].sort()].join(' ');
}
