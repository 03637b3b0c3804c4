import { camel } from './names.mjs';

/**
 * The text of a registry with one more unit: its import among the others, and its name at the end of `list`.
 * Throws when the file does not look like a registry any more.
 */
export function withUnit(text, list, name) {
  const line = `import ${camel(name)} from './${name}';`;
  const lines = text.split('\n');
  const imports = lines.filter((other) => /^import \w+ from '\.\/[\w-]+';$/.test(other));
  if (imports.length === 0 || imports.includes(line))
    throw new Error(`The registry of ${list} cannot be extended.`);
  // Sorted, as the linter wants it; `./add-tag` stands before `./assign`.
  const next = imports.find((other) => pathOf(other) > pathOf(line));
  const last = imports.at(-1) ?? '';
  const at = next === undefined ? lines.indexOf(last) + 1 : lines.indexOf(next);
  const extended = [...lines.slice(0, at), line, ...lines.slice(at)].join('\n');
  const array = new RegExp(`(const ${list}\\b[^=]*= \\[)([^\\]]*?),?(\\s*\\])`);
  if (!array.test(extended)) throw new Error(`There is no list ${list} in the registry.`);
  return extended.replace(array, (_, open, items, close) => `${open}${items}, ${camel(name)}${close}`);
}

const pathOf = (line) => line.slice(line.indexOf("'"));
