/** A small seeded generator: the same seed gives the same states on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  'parcel refund & <b> order 4711 Ann’s 😀 שלום — naïve 1. - * due [x] "ok" x@y.example 5*3*2'.split(' ');

type Random = () => number;
const pick = <T>(r: Random, list: readonly T[]): T => list[Math.floor(r() * list.length)] as T;
const words = (r: Random, most: number) =>
  Array.from({ length: 1 + Math.floor(r() * most) }, () => pick(r, WORDS)).join(' ');
const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What might stand in a box: up to four paragraphs, plain or marked, with line breaks, links, lists and blanks. */
export function randomHtml(r: Random, list: boolean): string {
  const inline = () => {
    const text = escapeText(words(r, 5));
    const kind = r();
    if (kind < 0.15) return `<strong>${text}</strong>`;
    if (kind < 0.25) return `<em>${text}</em>`;
    if (kind < 0.33) return `<a href="https://acme.example/${Math.floor(r() * 99)}">${text}</a>`;
    return text;
  };
  const block = () => {
    const kind = r();
    if (list && kind < 0.15) return `<ul><li>${inline()}</li><li>${inline()}</li></ul>`;
    if (kind < 0.3) return `<p>${inline()}<br>${inline()}</p>`;
    return `<p>${inline()} ${inline()}</p>`;
  };
  return Array.from({ length: Math.floor(r() * 5) }, block).join('');
}

/** A draft in the small markup. */
export function randomBody(r: Random): string {
  const inline = () => {
    const text = words(r, 6);
    const kind = r();
    if (kind < 0.15) return `**${text.replace(/\*/g, '')}**`;
    if (kind < 0.25) return `*${text.replace(/\*/g, '')}*`;
    if (kind < 0.35) return `[${text.replace(/[[\]*]/g, '')}](https://acme.example/${Math.floor(r() * 99)})`;
    return text;
  };
  const block = () => {
    const kind = r();
    if (kind < 0.15) return `- ${inline()}\n- ${inline()}`;
    if (kind < 0.25) return `1. ${inline()}\n2. ${inline()}`;
    if (kind < 0.5) return `${inline()}\n${inline()}`;
    return inline();
  };
  return Array.from({ length: 1 + Math.floor(r() * 4) }, block).join('\n\n');
}
