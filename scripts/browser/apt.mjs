import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const ENV = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };

/** True where packages can be installed without asking anybody: root on Debian, Ubuntu and their kin. */
export function canInstallPackages() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');
}

/** The packages of the list that are not installed. */
export function missingPackages(packages) {
  return packages.filter((name) => {
    const asked = spawnSync('dpkg', ['-s', name], { encoding: 'utf8' });
    return !/^Status: install ok installed$/m.test(asked.stdout);
  });
}

function aptGet(args) {
  return spawnSync('apt-get', args, { env: ENV, encoding: 'utf8' });
}

/**
 * Installs Debian packages, after fetching the list of packages anew: an old one names versions that are gone.
 * Returns the names that were installed; throws with apt's own last words when it cannot.
 */
export function installPackages(packages, log = console.error) {
  const missing = missingPackages(packages);
  if (missing.length === 0) return [];
  log(`apt-get install ${missing.join(' ')}`);
  const args = ['install', '-y', '-q', '--no-install-recommends', ...missing];
  // Without a network the list stays as it is, and what was fetched before can still be installed.
  aptGet(['update', '-q']);
  const answer = aptGet(args);
  if (answer.status !== 0) {
    const words = `${answer.stdout}${answer.stderr}`.trim().split('\n').slice(-6).join('\n');
    throw new Error(`apt-get could not install ${missing.join(' ')}:\n${words}`);
  }
  return missing;
}
