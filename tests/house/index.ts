import { checkCode } from './check-code';
import { checkImports } from './check-imports';
import { checkNamesNoProduct, checkPurity } from './check-purity';
import { checkSizes } from './check-size';
import { checkSites, checkTools } from './check-tools';
import { checkCycles, checkPageReach } from './check-ways';
import { valueGraph } from './graph';
import { parseSource } from './source';
import { isSource, type Tree } from './tree';

/** Everything in the tree that breaks a rule of the house, in words that say what to do. Empty when all is well. */
export function checkHouse(tree: Tree): string[] {
  const sources = new Map(
    [...tree].filter(([path]) => isSource(path)).map(([path, text]) => [path, parseSource(path, text)]),
  );
  const graph = valueGraph(tree, sources);
  return [
    ...[...sources].flatMap(([path, source]) => [
      ...checkImports(tree, path, source),
      ...checkCode(path, source),
      ...checkPurity(path, source),
      ...checkNamesNoProduct(tree, path, source),
    ]),
    ...checkCycles(graph),
    ...checkPageReach(graph),
    ...checkTools(tree, sources),
    ...checkSites(tree, sources),
    ...checkSizes(tree),
  ];
}
