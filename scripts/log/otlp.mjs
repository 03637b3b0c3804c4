import { writeFile } from 'node:fs/promises';
import { loadHouse } from './house.mjs';
import { readRuns } from './runs.mjs';

/** Runs in one request: a collector takes 4 MiB or more, and a run is a few kilobytes. */
const BATCH = 100;

/**
 * The runs of a log as OpenTelemetry spans: written to a file, sent to a collector, or printed, one request a line.
 * @param {string} path
 * @param {{ out?: string, endpoint?: string }} to
 * @returns {Promise<number>} the exit code: 1 when the collector did not take them
 */
export async function otlpFile(path, { out, endpoint }) {
  const { otlpExport } = await loadHouse('agent/otlp');
  const { header, runs } = await readRuns(path);
  const source = { installationId: header.installationId, extensionVersion: header.extensionVersion };
  const requests = [];
  for (let i = 0; i < runs.length; i += BATCH) requests.push(otlpExport(runs.slice(i, i + BATCH), source));
  if (out !== undefined) {
    await writeFile(out, requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
    console.log(`${runs.length} runs are in ${out}.`);
    return 0;
  }
  if (endpoint === undefined) {
    for (const request of requests) console.log(JSON.stringify(request));
    return 0;
  }
  for (const request of requests) if (!(await send(endpoint, request))) return 1;
  console.log(`${runs.length} runs were taken by ${endpoint}.`);
  return 0;
}

/** @param {string} endpoint @param {unknown} request */
async function send(endpoint, request) {
  const { tracesUrl } = await loadHouse('agent/collector');
  const url = tracesUrl(endpoint);
  if (url === null) {
    console.error('The endpoint is an address such as http://localhost:4318.');
    return false;
  }
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    if (answer.ok) return true;
    console.error(`${url} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  } catch (error) {
    console.error(`${url} cannot be reached (${error instanceof Error ? error.message : error}).`);
  }
  return false;
}
