import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './run.mjs';

/**
 * A sinkhole beside the whole test run, in a process of its own: every browser that the tests start sends all hosts
 * but this machine to it, and it writes down who was called.
 */
export async function openSinkhole(root) {
  const file = join(root, 'test-output', 'sinkhole.jsonl');
  rmSync(file, { force: true });
  const child = spawn(process.execPath, [join(root, 'tests/support/sinkhole-run.mjs'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise((resolve, reject) => {
    child.stdout.once('data', (bytes) => resolve(String(bytes).trim()));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the sinkhole ended with ${code}`)));
  });
  process.env.COUNTERSIGN_SINKHOLE = port;
  return {
    /** One check: nobody was called. */
    close() {
      child.removeAllListeners('exit');
      child.kill();
      const calls = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
      const hosts = [...new Set(calls.map((line) => JSON.parse(line).host || 'a host without a name'))];
      if (calls.length === 0) return check('no request leaves this machine', null);
      return check('no request leaves this machine', `${calls.length} calls, to ${hosts.join(', ')}`);
    },
  };
}
