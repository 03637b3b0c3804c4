import type { Source } from './source';
import { isNode, type Node } from './source';
import { type Tree, unitsIn } from './tree';

/** One file and one test per tool; the file's name is the tool's, and the registry knows it. */
export function checkTools(tree: Tree, sources: ReadonlyMap<string, Source>): string[] {
  const registered = importsOf(sources.get('tools/registry.ts'));
  return unitsIn(tree, 'tools').flatMap(({ path, name }) => {
    const tool = definedAs(sources.get(path), 'defineTool', 'name');
    const words: string[] = [];
    if (tool === null) words.push('it must export defineTool({…}) as default, with its name as plain text.');
    else if (tool !== name.replaceAll('-', '_')) {
      words.push(`it holds the tool ${tool}; call the file ${tool.replaceAll('_', '-')}.ts.`);
    }
    if (!registered.includes(`./${name}`)) words.push('add it to tools/registry.ts, or nobody can call it.');
    if (!tree.has(`tests/tools/${name}.test.ts`)) {
      words.push(`it has no test; write tests/tools/${name}.test.ts.`);
    }
    return words.map((word) => `${path}: ${word}`);
  });
}

/** One file, one test and one fixture per site; the file's name is the site's id, and the registry knows it. */
export function checkSites(tree: Tree, sources: ReadonlyMap<string, Source>): string[] {
  const registered = importsOf(sources.get('sites/registry.ts'));
  return unitsIn(tree, 'sites').flatMap(({ path, name }) => {
    const id = definedAs(sources.get(path), 'defineSite', 'id');
    const words: string[] = [];
    if (id === null) words.push('it must export defineSite({…}) as default, with its id as plain text.');
    else if (id !== name) words.push(`it holds the site ${id}; call the file ${id}.ts.`);
    if (!registered.includes(`./${name}`))
      words.push('add it to sites/registry.ts, or no page is recognised.');
    if (!['test', 'e2e.test'].some((kind) => tree.has(`tests/sites/${name}.${kind}.ts`))) {
      words.push(`it has no test; write tests/sites/${name}.test.ts or ${name}.e2e.test.ts.`);
    }
    if (!hasFixture(tree, name)) {
      words.push(`it has no fixture; save a page of it in tests/sites/fixtures/${name}/.`);
    }
    return words.map((word) => `${path}: ${word}`);
  });
}

/** Saved pages, or a helpdesk of ours that is started for the test. */
function hasFixture(tree: Tree, id: string): boolean {
  const folders = [`tests/sites/fixtures/${id}/`, `tests/${id}/`];
  return [...tree.keys()].some((path) => folders.some((folder) => path.startsWith(folder)));
}

const importsOf = (source: Source | undefined) => source?.imports.map((one) => one.specifier) ?? [];

/** The text under `key` in the object that the default export hands to `define`; null when it is not there. */
function definedAs(source: Source | undefined, define: string, key: string): string | null {
  const call = source?.nodes.find((node) => node.type === 'ExportDefaultDeclaration')?.declaration;
  if (!isNode(call) || !isNode(call.callee) || call.callee.name !== define) return null;
  const [object] = call.arguments as Node[];
  const properties = (object?.properties ?? []) as Node[];
  const value = properties.find((p) => isNode(p.key) && p.key.name === key)?.value;
  return isNode(value) && typeof value.value === 'string' ? value.value : null;
}
