import { expect, it } from 'vitest';
import { readBack } from '../../agent/activity-back';
import type { Entry, Fact } from '../../core/entry';
import { createFold, foldActions } from '../../core/fold';
import type { LogReader } from '../../storage/read';
import { actionFact, must, newProfile, openPanel } from '../storage/harness';
import { Random } from '../torture/random';

const KINDS = [
  'action.proposed',
  'approval.granted',
  'action.started',
  'action.unknown',
  'action.done',
] as const;

/** Actions that lie within each other, some of which are settled long after; `filler` entries between two facts. */
function facts(seed: number, actions: number, filler: (random: Random) => number): Fact[] {
  const random = new Random(seed);
  const open: { id: string; step: number }[] = [];
  const made: Fact[] = [];
  for (let begun = 0; begun < actions || open.length > 0; ) {
    if (begun < actions && (open.length === 0 || random.below(3) === 0))
      open.push({ id: `a${begun++}`, step: 0 });
    const at = random.below(open.length);
    const one = open[at];
    const kind = KINDS[one?.step ?? 0];
    if (!one || !kind) continue;
    made.push(actionFact(kind, one.id));
    one.step += 1;
    if (one.step === KINDS.length || random.below(12) === 0) open.splice(at, 1);
    for (let n = filler(random); n > 0; n--)
      made.push({ kind: 'context.seen', runId: 'r', actor: { kind: 'system' }, data: {} });
  }
  return made;
}

async function walked(
  reader: LogReader,
  end: number,
): Promise<{ pages: Entry[][]; requests: number; lists: number }> {
  let requests = 0;
  let lists = 0;
  const proposals = () => {
    lists += 1;
    return reader.proposals();
  };
  const counted = (seqs: readonly number[]) => {
    requests += seqs.length;
    return reader.entriesOfProposals(seqs);
  };
  const back = readBack({ ...reader, proposals, entriesOfProposals: counted }, end);
  const pages: Entry[][] = [];
  while (!back.complete()) pages.push(await back.next());
  return { pages, requests, lists };
}

it.each([
  { what: 'close together', filler: () => 0, oneByOne: false, mostLists: 0 },
  { what: 'among other facts', filler: (random: Random) => random.below(12), oneByOne: false, mostLists: 1 },
  {
    what: 'far apart',
    filler: (random: Random) => (random.below(40) === 0 ? 700 : 0),
    oneByOne: true,
    mostLists: 1,
  },
])(
  'hands out every action once, whole, and newest pages first: $what',
  async ({ filler, oneByOne, mostLists }) => {
    for (const seed of [1, 2, 3]) {
      const store = await openPanel(newProfile());
      must(await store.appendAll(facts(seed, 90, filler)));
      const all = await store.entries();
      const { pages, requests, lists } = await walked(store, all.length);
      const fold = createFold();
      let below = Number.MAX_SAFE_INTEGER;
      for (const page of pages) {
        const proposals = page.filter(({ kind }) => kind === 'action.proposed').map(({ seq }) => seq);
        for (const { data } of page) expect(fold.get(String(data.actionId))).toBeUndefined();
        if (proposals.length === 0) continue;
        expect(Math.max(...proposals)).toBeLessThan(below);
        below = Math.min(...proposals);
        for (const entry of page) fold.add(entry);
      }
      expect(fold.actions()).toEqual(foldActions(all));
      expect(requests > 0).toBe(oneByOne);
      // All proposals of the log are listed where one cannot do without.
      expect(lists).toBeLessThanOrEqual(mostLists);
    }
  },
);

it('reads nothing of what came after the end it began at', async () => {
  const store = await openPanel(newProfile());
  must(await store.appendAll(facts(4, 30, () => 0)));
  const end = (await store.entries()).length;
  must(await store.append(actionFact('action.proposed', 'later')));
  const { pages } = await walked(store, end);
  expect(pages.flat().every(({ seq }) => seq < end)).toBe(true);
});
