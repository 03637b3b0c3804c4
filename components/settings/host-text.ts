/** Reads a host typed by hand: a bare host, a host with a port, or a whole address. Null when it is none of these. */
export function hostFromText(text: string): string | null {
  const typed = text.trim();
  if (typed === '' || /[\s*<>]/.test(typed)) return null;
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username || url.password || url.hostname === '') return null;
  return url.host;
}
