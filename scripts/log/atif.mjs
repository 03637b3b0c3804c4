import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadHouse } from './house.mjs';
import { readRuns } from './runs.mjs';

/**
 * Each run of a log as a trajectory (ATIF v1.4): one file per run in a folder, or printed, one a line.
 * @param {string} path
 * @param {{ out?: string }} to
 * @returns {Promise<number>} the exit code
 */
export async function atifFile(path, { out }) {
  const { trajectoryOf } = await loadHouse('agent/atif');
  const { header, runs, contents } = await readRuns(path);
  try {
    if (out !== undefined) await mkdir(out, { recursive: true });
    for (const run of runs) {
      const trajectory = await trajectoryOf(run, header.extensionVersion, (hash) => contents.text(hash));
      if (out === undefined) console.log(JSON.stringify(trajectory));
      // A run's id is text from a file: as part of a path it must not lead elsewhere.
      else
        await writeFile(
          join(out, `${encodeURIComponent(run.runId).replaceAll('.', '%2E')}.json`),
          `${JSON.stringify(trajectory, null, 2)}\n`,
        );
    }
  } finally {
    await contents.close();
  }
  if (out !== undefined) console.log(`${runs.length} runs are in ${out}.`);
  return 0;
}
