import { findCycles, type Graph, reachedFrom } from './graph';
import { ROOMS } from './rooms';
import { roomOf } from './tree';

/** What is put into a customer's page: the content script and the script for the page's own world. */
const IN_THE_PAGE = /^entrypoints\/(page\.content|page-\w+)(\/|\.)/;

export function checkCycles(graph: Graph): string[] {
  return findCycles(graph).map(
    (cycle) =>
      `${cycle[0]}: these files import each other: ${cycle.join(' → ')}. Move what they share into a file of its own.`,
  );
}

/**
 * Nothing of the panel may come into a page. IndexedDB opens on the customer's origin there: one stray import of
 * storage would write our log into their helpdesk.
 */
export function checkPageReach(graph: Graph): string[] {
  const starts = [...graph.keys()].filter((path) => IN_THE_PAGE.test(path));
  if (starts.length === 0) return ['entrypoints/page.content: there is no content script to check.'];
  const ways = reachedFrom(graph, starts);
  return [...ways].flatMap(([path, way]) =>
    ROOMS[roomOf(path)]?.runs === 'panel'
      ? [`${way[0]}: ${path} would run in the customer's page: ${way.join(' → ')}. Cut that way.`]
      : [],
  );
}
