/**
 * Does a text name somebody? Case, width and composed letters do not matter, nor how JSON would spell the name.
 * Blank names are left out: they would be in every text.
 */
export function mentions(names: readonly string[]): (text: string) => boolean {
  const wanted = names
    .map((name) => plain(name.trim()))
    .filter((name) => name !== '')
    .flatMap((name) => [name, JSON.stringify(name).slice(1, -1)]);
  return (text) => {
    const found = plain(text);
    return wanted.some((name) => found.includes(name));
  };
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}
