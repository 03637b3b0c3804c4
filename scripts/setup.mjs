import { existsSync } from 'node:fs';
import { PACKAGES as RT_PACKAGES } from '../tests/live/rt/paths.mjs';
import { canInstallPackages, installPackages, missingPackages } from './browser/apt.mjs';
import { findBrowser } from './browser/find.mjs';

// Sees to it that everything is there that the tests drive: a browser, a screen without a monitor and a keyboard for
// it, and with `--rt` a real Request Tracker. Installs it for root on Debian and Ubuntu, else says what to install.
const SCREEN = ['xvfb', 'xdotool'];

/** What is missing, in packages; where packages are no thing, in programs that a path does not have. */
function missing(packages) {
  if (existsSync('/usr/bin/dpkg')) return missingPackages(packages);
  return packages;
}

async function main(withRt) {
  const wanted = missing([...SCREEN, ...(withRt ? RT_PACKAGES : [])]);
  if (wanted.length > 0 && canInstallPackages()) installPackages(wanted);
  else if (wanted.length > 0) {
    console.error(`Missing: ${wanted.join(' ')}`);
    console.error(`  Debian, Ubuntu:  sudo apt-get install ${wanted.join(' ')}`);
    console.error('  elsewhere:       the tests that need them are skipped, and say so');
    process.exitCode = 1;
  }
  const browser = await findBrowser();
  console.log(`Browser: ${browser.version} (${browser.path})`);
  if (process.exitCode !== 1) {
    console.log(`Ready: ${[...SCREEN, ...(withRt ? ['Request Tracker 5'] : [])].join(', ')}.`);
  }
}

await main(process.argv.includes('--rt')).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
