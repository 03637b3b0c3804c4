/** Files of these names mean something else in their room. */
const TAKEN = ['registry', 'generic', 'index', 'parts', 'api'];

/** Words of the language: a default import could not be called so. */
const WORDS = new Set(
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield arguments eval'.split(
    ' ',
  ),
);

/** Why a name cannot be taken, in words; null when it can. */
export function badName(name) {
  if (name === undefined) return 'A name is missing, such as add-thing.';
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    const better = kebab(name);
    const hint = better ? ` Call it ${better}?` : '';
    return `“${name}” is no name: small letters and digits, with a hyphen between words.${hint}`;
  }
  if (name.length > 40) return `“${name}” is too long: 40 characters at most.`;
  if (TAKEN.includes(name)) return `“${name}” is taken: a file of that name means something else.`;
  if (WORDS.has(name)) return `“${name}” is a word of the language. Say of what, such as ${name}-thing.`;
  return null;
}

function kebab(name) {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
}

/** `add-thing` → `addThing`. */
export const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** `add-thing` → `add_thing`. */
export const snake = (name) => name.replaceAll('-', '_');

/** `acme-desk` → `Acme Desk`. */
export const title = (name) =>
  name.replace(/(^|-)(.)/g, (_, gap, letter) => (gap ? ' ' : '') + letter.toUpperCase());

/** `add-thing` → `Add thing`. */
export const sentence = (name) => (name[0] ?? '').toUpperCase() + name.slice(1).replaceAll('-', ' ');
