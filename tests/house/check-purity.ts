import { isNode, type Node, type Source } from './source';
import { roomOf, type Tree, unitsIn } from './tree';

/** The browser, the network, the clock and chance: core and policy are told, they do not look. */
const WORLD = [
  'window',
  'document',
  'navigator',
  'location',
  'browser',
  'chrome',
  'fetch',
  'crypto',
  'indexedDB',
  'localStorage',
  'performance',
  'setTimeout',
  'setInterval',
  'process',
];

/** core and policy give the same answer to the same question, on every machine and at every hour. */
export function checkPurity(path: string, source: Source): string[] {
  const room = roomOf(path);
  if (room !== 'core' && room !== 'policy') return [];
  return source.nodes.flatMap((node) => {
    const used = worldIn(node) ?? (room === 'policy' && node.async === true ? 'async' : null);
    return used === null
      ? []
      : [`${path}:${source.lineOf(node.start)}: ${room} may not use ${used}; let the caller hand it in.`];
  });
}

function worldIn(node: Node): string | null {
  const used = node.type === 'MemberExpression' ? node.object : node.callee;
  if (!isNode(used)) return null;
  const name = String(used.name);
  if (node.type === 'NewExpression' && name === 'Date') {
    return (node.arguments as Node[]).length === 0 ? 'new Date()' : null;
  }
  if (node.type === 'MemberExpression') {
    const property = isNode(node.property) ? String(node.property.name) : '';
    if (name === 'Date' && property === 'now') return 'Date.now';
    if (name === 'Math' && property === 'random') return 'Math.random';
  }
  return WORLD.includes(name) ? name : null;
}

/** page reads any helpdesk by a descriptor: a product's id in its code would be a special case. */
export function checkNamesNoProduct(tree: Tree, path: string, source: Source): string[] {
  if (roomOf(path) !== 'page') return [];
  const products = unitsIn(tree, 'sites').flatMap(({ name }) => [name, name.replaceAll('-', ' ')]);
  return source.nodes.flatMap((node) => {
    const text = node.type === 'Literal' && typeof node.value === 'string' ? node.value.toLowerCase() : '';
    const product = products.find((name) => text.includes(name));
    return product === undefined
      ? []
      : [`${path}:${source.lineOf(node.start)}: page names “${product}”; say it in sites/ instead.`];
  });
}
