import { readFile } from './lines.mjs';
import { Problem } from './problem.mjs';
import { Projection } from './projection.mjs';
import { checkLog } from './verify.mjs';

/**
 * What two whole logs have in common and where they part: entries by seq, actions by how they ended.
 * @param {string} a @param {string} b
 * @returns {Promise<number>} 0 the same or one continues the other, 1 they differ
 */
export async function diffFiles(a, b) {
  const [left, right] = [await read(a), await read(b)];
  const shared = [...left.hashes.keys()].filter((seq) => right.hashes.has(seq));
  const parted = shared.find((seq) => left.hashes.get(seq) !== right.hashes.get(seq));
  const sameOwner = left.installation === right.installation;
  console.log(
    sameOwner
      ? `Both are of installation ${left.installation}.`
      : `Two installations: ${left.installation} and ${right.installation}.`,
  );
  console.log(
    `Entries in both: ${shared.length}. Only in A: ${left.hashes.size - shared.length}. Only in B: ${right.hashes.size - shared.length}.`,
  );
  if (parted !== undefined)
    console.log(
      `They part at seq ${parted}: up to there they are the same, from there on they are two histories.`,
    );
  else if (shared.length > 0) console.log('Every entry that both hold is the same.');
  for (const line of actionLines(left.actions, right.actions)) console.log(line);
  return parted === undefined && sameOwner ? 0 : 1;
}

async function read(path) {
  const projection = new Projection();
  const hashes = new Map();
  const { header } = await checkLog(readFile(path), {
    onLine(line) {
      if (line.type !== 'entry') return;
      hashes.set(line.seq, line.hash);
      projection.add(line);
    },
  }).catch((error) => {
    // Of two files it must be said which.
    throw error instanceof Problem ? new Problem(error.code, `${path}: ${error.message}`) : error;
  });
  return {
    installation: header.installationId,
    hashes,
    actions: new Map(projection.actions().map((s) => [s.actionId, s])),
  };
}

function* actionLines(left, right) {
  for (const [id, state] of left) {
    const other = right.get(id);
    if (other === undefined) yield `- ${words(state)}`;
    else if (words(state) !== words(other)) yield `~ ${words(state)} → ${ending(other)}`;
  }
  for (const [id, state] of right) if (!left.has(id)) yield `+ ${words(state)}`;
}

const ending = (state) => `${state.status}${state.undoneBy === null ? '' : ', taken back'}`;
const words = (state) =>
  `${state.at} ${state.tool || 'action'} on ${state.record?.id ?? '?'} (${state.actionId}): ${ending(state)}`;
