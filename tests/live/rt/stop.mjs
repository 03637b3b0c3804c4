import { existsSync, readFileSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { FILES } from './paths.mjs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Signal 0 only asks whether the process is there. */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

/** `{pid, port}` of the server that this project started, or null when it does not run. */
export function runningServer() {
  if (!existsSync(FILES.pid)) return null;
  const server = JSON.parse(readFileSync(FILES.pid, 'utf8'));
  return isRunning(server.pid) ? server : null;
}

/** Ends the server and its workers, and waits until they are gone. */
export async function stop() {
  const server = runningServer();
  if (server !== null) {
    // It was started as the leader of a group of its own.
    process.kill(-server.pid, 'SIGTERM');
    const deadline = Date.now() + 10_000;
    while (isRunning(server.pid) && Date.now() < deadline) await pause(50);
    if (isRunning(server.pid)) process.kill(-server.pid, 'SIGKILL');
  }
  rmSync(FILES.pid, { force: true });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await stop();
